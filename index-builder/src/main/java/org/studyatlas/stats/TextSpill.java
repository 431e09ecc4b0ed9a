package org.studyatlas.stats;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.lucene.util.ArrayUtil;

/**
 * Keys of texts on disk, in partitions by their highest bits: all occurrences of a key are in one
 * partition. One temporary file of blocks, each of one partition; a partition's last block is in
 * memory (8 MB together). 24 bytes an occurrence.
 *
 * <p>Safe for use by several threads while it is filled.
 */
final class TextSpill implements Closeable {

  /** Partitions: the 80 million occurrences of the registry make 300,000 in each. */
  static final int PARTITIONS = 256;

  /** Occurrences in a block of the standard size, 32 KB. */
  static final int STANDARD_BLOCK = 1_365;

  private static final int PARTITION_SHIFT = Long.SIZE - 8;
  private static final int WORDS = 3;

  /** Takes the occurrences of a partition. */
  interface Receiver {

    /** Takes one; see {@link TextPlace}. */
    void take(long high, long low, long place);
  }

  /** What is known of a partition: its last block and where the earlier ones lie. */
  private static final class Partition {
    private final long[] words;
    private int used;
    private int[] blocks = new int[4];
    private int blockCount;

    Partition(int blockWords) {
      words = new long[blockWords];
    }
  }

  private final FileChannel channel;
  private final ByteBuffer buffer;
  private final Partition[] partitions = new Partition[PARTITIONS];
  private int blocksWritten;

  /**
   * Creates the file, which is deleted when the spill is closed.
   *
   * @param blockSize occurrences in a block
   */
  TextSpill(Path file, int blockSize) throws IOException {
    channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    buffer = ByteBuffer.allocateDirect(blockSize * WORDS * Long.BYTES);
    for (int i = 0; i < PARTITIONS; i++) {
      partitions[i] = new Partition(blockSize * WORDS);
    }
  }

  /** Adds the keys of a table as occurrences in a record. */
  synchronized void add(TextTable texts, int record) throws IOException {
    for (int slot = 0; slot < texts.slots(); slot++) {
      if (texts.count(slot) > 0) {
        long place = TextPlace.inRecord(texts.place(slot), record);
        add(texts.high(slot), texts.low(slot), place);
      }
    }
  }

  private void add(long high, long low, long place) throws IOException {
    Partition partition = partitions[(int) (high >>> PARTITION_SHIFT)];
    if (partition.used == partition.words.length) {
      write(partition);
    }
    partition.words[partition.used] = high;
    partition.words[partition.used + 1] = low;
    partition.words[partition.used + 2] = place;
    partition.used += WORDS;
  }

  private void write(Partition partition) throws IOException {
    buffer.clear();
    buffer.asLongBuffer().put(partition.words);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    partition.blocks = ArrayUtil.grow(partition.blocks, partition.blockCount + 1);
    partition.blocks[partition.blockCount++] = blocksWritten++;
    partition.used = 0;
  }

  /** Hands out all occurrences of a partition. */
  synchronized void read(int number, Receiver receiver) throws IOException {
    Partition partition = partitions[number];
    hand(partition.words, partition.used, receiver);
    long[] words = new long[partition.words.length];
    for (int i = 0; i < partition.blockCount; i++) {
      readBlock(partition.blocks[i], words);
      hand(words, words.length, receiver);
    }
  }

  private void readBlock(int block, long[] words) throws IOException {
    buffer.clear();
    long position = (long) block * buffer.capacity();
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, position + buffer.position());
      if (read < 0) {
        throw new EOFException("temporary file of the statistics ends before block " + block);
      }
    }
    buffer.flip().asLongBuffer().get(words);
  }

  private static void hand(long[] words, int used, Receiver receiver) {
    for (int i = 0; i < used; i += WORDS) {
      receiver.take(words[i], words[i + 1], words[i + 2]);
    }
  }

  /** Bytes on disk so far. */
  synchronized long bytes() {
    return (long) blocksWritten * buffer.capacity();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
