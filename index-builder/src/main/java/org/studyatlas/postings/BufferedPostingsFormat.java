package org.studyatlas.postings;

import java.io.IOException;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.index.Fields;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/**
 * Writes the words of a {@link WordBuffer} into the segment of their documents, in the format of
 * another one, by whose name the segment is read.
 */
final class BufferedPostingsFormat extends PostingsFormat {

  private final PostingsFormat format;
  private final WordBuffer buffer;

  /**
   * Writes that buffer's words.
   *
   * @param format to write in
   * @param buffer of the writer's documents
   */
  BufferedPostingsFormat(PostingsFormat format, WordBuffer buffer) {
    super(format.getName());
    this.format = format;
    this.buffer = buffer;
  }

  @Override
  public FieldsConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
    return new Consumer(format.fieldsConsumer(state), buffer);
  }

  @Override
  public FieldsProducer fieldsProducer(SegmentReadState state) throws IOException {
    return format.fieldsProducer(state);
  }

  private static final class Consumer extends FieldsConsumer {

    private final FieldsConsumer consumer;
    private final WordBuffer buffer;

    Consumer(FieldsConsumer consumer, WordBuffer buffer) {
      this.consumer = consumer;
      this.buffer = buffer;
    }

    @Override
    public void write(Fields fields, NormsProducer norms) throws IOException {
      consumer.write(new BufferedFields(fields, buffer), norms);
      buffer.clear();
    }

    /** Of segments, which hold their words. */
    @Override
    public void merge(MergeState state, NormsProducer norms) throws IOException {
      consumer.merge(state, norms);
    }

    @Override
    public void close() throws IOException {
      consumer.close();
    }
  }
}
