package org.studyatlas.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.studyatlas.study.NctId;

/**
 * A synthetic registry.
 *
 * <p>The same options give the same studies, byte for byte, on every machine, with any number of
 * threads, in any locale and time zone. Only the packed bytes of a zip are also those of the Java
 * runtime's zlib: a runtime with another zlib packs the same records differently.
 *
 * <p>Safe for use by several threads. Making a study costs a fifth of a millisecond; a registry
 * needs a few megabytes of memory per thread, and a zip 70 bytes per entry besides.
 */
public final class SampleRegistry {

  private static final int BATCH = 32;
  private static final int BUFFER = 1 << 18;

  private final SampleOptions options;
  private final EntryOrder order;
  private final StudyWriter writer;

  /** The registry of these options; reads its tables, which takes about a second. */
  public SampleRegistry(SampleOptions options) {
    this(options, World.read());
  }

  /** The registry of these options in that world. */
  SampleRegistry(SampleOptions options, World world) {
    this.options = options;
    this.order = new EntryOrder(options.studies(), options.duplicates());
    this.writer = new StudyWriter(world, options);
  }

  /** Its options. */
  public SampleOptions options() {
    return options;
  }

  /** Number of entries that the {@code write} methods write: studies and duplicates. */
  public int entries() {
    return order.entries();
  }

  /**
   * The id of the study at that position.
   *
   * @param position 0 to {@code studies} - 1
   */
  public NctId id(int position) {
    checkPosition(position);
    return writer.ids().at(position);
  }

  /**
   * The record of the study at that position: minified JSON in UTF-8.
   *
   * @param position 0 to {@code studies} - 1
   */
  public byte[] study(int position) {
    checkPosition(position);
    return writer.write(position);
  }

  private void checkPosition(int position) {
    if (position < 0 || position >= options.studies()) {
      throw new IllegalArgumentException(
          "position must be 0 to " + (options.studies() - 1) + ", got " + position);
    }
  }

  /**
   * Writes the registry in the layout of the official bulk download: {@code 35/NCT05549635.json}. A
   * duplicate has the name of the older, flat layout.
   *
   * @param out the stream; flushed and not closed
   */
  public void writeZip(OutputStream out, SampleProgress progress) throws IOException {
    ZipOutput zip = new ZipOutput(out, options.dataDate());
    write(progress, this::packed, PackedEntry::size, zip::add);
    zip.finish();
  }

  private List<PackedEntry> packed(int from, int to) {
    try (Packer packer = new Packer(options.compression())) {
      return IntStream.range(from, to)
          .mapToObj(entry -> packer.pack(name(entry), record(entry)))
          .toList();
    }
  }

  /** Writes the registry as such a zip, by way of a neighbouring {@code .part} file. */
  public void writeZip(Path file, SampleProgress progress) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER)) {
      writeZip(out, progress);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(part);
      throw e;
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Writes the registry as one study a line.
   *
   * @param out the stream; flushed and not closed
   */
  public void writeNdjson(OutputStream out, SampleProgress progress) throws IOException {
    write(
        progress,
        (from, to) -> IntStream.range(from, to).mapToObj(this::record).toList(),
        record -> record.length,
        record -> {
          out.write(record);
          out.write('\n');
        });
    out.flush();
  }

  /** Writes the registry as files in that folder, with the names that a zip would have. */
  public void writeFolder(Path folder, SampleProgress progress) throws IOException {
    write(
        progress,
        (from, to) -> IntStream.range(from, to).mapToObj(this::file).toList(),
        file -> file.content().length,
        file -> {
          Path path = folder.resolve(file.name());
          Files.createDirectories(path.resolveSibling(""));
          Files.write(path, file.content());
        });
  }

  private record NamedFile(String name, byte[] content) {}

  private NamedFile file(int entry) {
    return new NamedFile(name(entry), record(entry));
  }

  private byte[] record(int entry) {
    return writer.write(order.studyAt(entry));
  }

  private String name(int entry) {
    NctId id = writer.ids().at(order.studyAt(entry));
    return order.isDuplicate(entry) ? id + ".json" : id.folder() + "/" + id + ".json";
  }

  /** Makes the entries {@code from} to {@code to} - 1. */
  @FunctionalInterface
  private interface Maker<T> {
    List<T> make(int from, int to);
  }

  private <T> void write(
      SampleProgress progress, Maker<T> maker, ToIntFunction<T> size, Production.Sink<T> sink)
      throws IOException {
    int batches = (entries() + BATCH - 1) / BATCH;
    Tally tally = new Tally(progress);
    Production.run(
        batches,
        options.threads(),
        batch -> maker.make(batch * BATCH, Math.min(entries(), (batch + 1) * BATCH)),
        made -> {
          for (T one : made) {
            sink.take(one);
            tally.add(size.applyAsInt(one));
          }
          tally.tell();
        });
  }

  /** Counts for the progress. */
  private static final class Tally {

    private final SampleProgress progress;
    private long entries;
    private long bytes;

    Tally(SampleProgress progress) {
      this.progress = progress;
    }

    void add(int size) {
      entries++;
      bytes += size;
    }

    void tell() {
      progress.written(entries, bytes);
    }
  }
}
