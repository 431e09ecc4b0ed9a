package org.studyatlas.stats;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.studyatlas.mapping.MappedStudy;
import org.studyatlas.schema.RecordPointer;
import org.studyatlas.schema.RecordStore;

/**
 * Collects the statistics of a generation while it is built, and writes its {@code stats.json}.
 *
 * <p>Safe for use by several threads until {@link #write}; records of one study must be added one
 * after the other. Takes about 100 MB of heap for 600,000 studies, and temporary files of a quarter
 * of the JSON's size.
 */
public final class StatsCollector implements Closeable {

  private final RecordLedger records = new RecordLedger();
  private final Constants constants = new Constants();
  private final TextSpill texts;
  private final ValueLog values;

  /**
   * Starts without any study.
   *
   * @param folder that temporary files are made in; they are deleted by {@link #close}
   */
  public StatsCollector(Path folder) throws IOException {
    this(folder, TextSpill.STANDARD_BLOCK);
  }

  StatsCollector(Path folder, int spillBlock) throws IOException {
    texts = new TextSpill(Files.createTempFile(folder, "stats-", ".texts"), spillBlock);
    values = new ValueLog(Files.createTempFile(folder, "stats-", ".values"));
  }

  /**
   * Adds a study that was put into the index. Of several records of a study only the one added last
   * counts.
   *
   * @param study as it was mapped
   * @param record where its JSON lies
   * @throws IOException if temporary files cannot be written
   */
  public void add(MappedStudy study, RecordPointer record) throws IOException {
    Contribution contribution = Contribution.of(study.values(), constants);
    int number = records.add(study.id(), record);
    texts.add(contribution.texts(), number);
    values.append(number, contribution.entries());
  }

  /**
   * Computes the statistics and writes them. To be called once, when all studies are added.
   *
   * @param store that holds the records of all studies
   * @param file to be written, {@code stats.json}
   */
  public void write(RecordStore store, Path file) throws IOException {
    records.settle();
    StatsJson.write(new Totals(records, constants).compute(values, texts, store), file);
  }

  @Override
  public void close() throws IOException {
    try (texts) {
      values.close();
    }
  }
}
