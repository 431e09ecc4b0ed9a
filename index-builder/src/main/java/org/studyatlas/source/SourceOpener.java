package org.studyatlas.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Finds out what the arguments are and opens them. One opener numbers the records of them all. */
final class SourceOpener {

  static final String STANDARD_INPUT = "-";

  private final InputStream standardInput;
  private final SourceLimits limits;
  private final AtomicLong numbers = new AtomicLong();

  SourceOpener(InputStream standardInput, SourceLimits limits) {
    this.standardInput = standardInput;
    this.limits = limits;
  }

  /** Where records take their sequence numbers. */
  AtomicLong numbers() {
    return numbers;
  }

  /** Opens all arguments as one source. */
  StudySource open(List<String> arguments) throws IOException {
    if (arguments.isEmpty()) {
      throw new SourceException(
          "no source given; name a zip, a folder, a JSON file, or - for standard input");
    }
    if (arguments.stream().filter(STANDARD_INPUT::equals).count() > 1) {
      throw new SourceException("- is given more than once; standard input can be read only once");
    }
    return arguments.size() == 1
        ? open(arguments.getFirst(), true)
        : Arguments.open(arguments, this);
  }

  /**
   * Opens one argument.
   *
   * @param alone whether it must hold a record
   */
  StudySource open(String argument, boolean alone) throws IOException {
    if (argument.equals(STANDARD_INPUT)) {
      return checked(stream(Label.STANDARD_INPUT, () -> standardInput, true), alone);
    }
    Path path = path(argument);
    Label label = Label.of(argument, path);
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        return Folder.open(path, label, this, alone);
      }
      return attributes.isRegularFile()
          ? file(path, label, alone)
          : checked(stream(label, () -> Files.newInputStream(path), false), alone);
    } catch (IOException e) {
      throw SourceException.of(label.full(), e);
    }
  }

  /** Whether a second opening would read the same again: not so for pipes. */
  static boolean canReopen(String argument) {
    return !argument.equals(STANDARD_INPUT)
        && (Files.isDirectory(Path.of(argument)) || Files.isRegularFile(Path.of(argument)));
  }

  private static Path path(String argument) throws SourceException {
    if (argument.regionMatches(true, 0, "https://", 0, 8)
        || argument.regionMatches(true, 0, "http://", 0, 7)) {
      throw new SourceException(
          Printable.of(argument)
              + ": is an address, and nothing is ever fetched; save it by curl and name the file");
    }
    try {
      return Path.of(argument);
    } catch (InvalidPathException e) {
      throw new SourceException(
          Printable.of(argument) + ": is no path (" + e.getReason() + "); check the name", e);
    }
  }

  private StudySource file(Path path, Label label, boolean alone) throws IOException {
    Content content = content(path);
    if (content == Content.ZIP) {
      return ZipSource.open(path, label, limits, numbers);
    }
    FileStamp stamp = FileStamp.of(path);
    long size = stamp.size();
    SourceInfo info =
        new SourceInfo(
            List.of(label.full()),
            OptionalLong.of(size),
            OptionalLong.of(content == Content.GZIP ? SourceInfo.estimateUnpacked(size) : size),
            OptionalLong.empty(),
            Optional.of(stamp.modified().toInstant()),
            Ignored.NONE);
    Checksum checksum = Checksum.ofFile(path, label.full());
    return checked(text(path, label, info, checksum, false), alone);
  }

  /** Opens a file of a folder that may hold many studies. */
  StudySource fileInFolder(Path path, Label label) throws IOException {
    try {
      return content(path) == Content.ZIP
          ? ZipSource.open(path, label, limits, numbers)
          : part(path, label, false);
    } catch (IOException e) {
      throw SourceException.of(label.full(), e);
    }
  }

  /** Opens a file of a folder that stands for one study: what is wrong with it is one record. */
  StudySource studyFile(Path path, Label label) {
    return part(path, label, true);
  }

  /** The folder knows all that is to be known about its files. */
  private StudySource part(Path path, Label label, boolean standsForOneStudy) {
    Checksum checksum = new Checksum(() -> Checksum.digest(path, label.full()));
    return text(path, label, unknown(label), checksum, standsForOneStudy);
  }

  private TextSource text(
      Path path, Label label, SourceInfo info, Checksum checksum, boolean standsForOneStudy) {
    return new TextSource(
        new TextSource.Origin(
            label,
            () -> Files.newInputStream(path),
            info,
            checksum,
            standsForOneStudy,
            null,
            false),
        limits,
        numbers);
  }

  private TextSource stream(Label label, TextSource.Opening opening, boolean keepOpen) {
    RawInput.Digesting digesting = new RawInput.Digesting();
    return new TextSource(
        new TextSource.Origin(
            label,
            opening,
            unknown(label),
            new Checksum(() -> digesting.await(label.full())),
            false,
            digesting,
            keepOpen),
        limits,
        numbers);
  }

  private static SourceInfo unknown(Label label) {
    return new SourceInfo(
        List.of(label.full()),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        Ignored.NONE);
  }

  private static StudySource checked(TextSource source, boolean alone) throws IOException {
    try {
      if (!source.findsRecord() && alone) {
        throw new SourceException(
            String.join("", source.info().names()) + ": holds no study; check what was fetched");
      }
      return source;
    } catch (IOException | RuntimeException e) {
      source.close();
      throw e;
    }
  }

  private static Content content(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return Content.of(in.readNBytes(Content.HEAD_BYTES));
    }
  }
}
