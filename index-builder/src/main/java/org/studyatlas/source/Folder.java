package org.studyatlas.source;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.studyatlas.study.NctId;

/**
 * A folder of study files: surveyed when it is opened, walked again for reading and for its digest.
 */
final class Folder implements RelaySource.Supply {

  private static final Pattern STUDY_FILE =
      Pattern.compile("(.+)\\.json(?:\\.gz)?", Pattern.CASE_INSENSITIVE);

  private final Path root;
  private final Label label;
  private final SourceOpener opener;
  private @Nullable FolderWalk walk;

  private Folder(Path root, Label label, SourceOpener opener) {
    this.root = root;
    this.label = label;
    this.opener = opener;
  }

  /**
   * Opens a folder.
   *
   * @param alone whether it must hold a record
   * @throws SourceException if there is no file in it that may hold studies
   */
  static StudySource open(Path root, Label label, SourceOpener opener, boolean alone)
      throws IOException {
    if (FolderWalk.isIndex(root)) {
      throw new SourceException(
          label.full()
              + ": is an index directory; give the folder that holds the studies,"
              + " and the index directory last");
    }
    Folder folder = new Folder(root, label, opener);
    SourceInfo info = folder.survey();
    return new RelaySource(
        info, folder, info.ignored(), new Checksum(folder::digest), opener.numbers(), alone);
  }

  /** Whether the file's name says that it holds one study, and which. */
  static boolean isStudyFile(Path file) {
    var matcher = STUDY_FILE.matcher(lastName(file));
    return matcher.matches() && NctId.find(matcher.group(1)).isPresent();
  }

  private SourceInfo survey() throws IOException {
    FolderWalk files = new FolderWalk(root, label);
    long count = 0;
    long bytes = 0;
    long jsonBytes = 0;
    boolean onlyStudyFiles = true;
    Instant newest = Instant.MIN;
    for (Path file = files.next(); file != null; file = files.next()) {
      FileStamp stamp = stamp(file);
      count++;
      bytes += stamp.size();
      jsonBytes += isPacked(file) ? SourceInfo.estimateUnpacked(stamp.size()) : stamp.size();
      onlyStudyFiles &= isStudyFile(file);
      Instant modified = stamp.modified().toInstant();
      newest = modified.isAfter(newest) ? modified : newest;
    }
    requireFiles(count, files.ignored().count());
    return new SourceInfo(
        List.of(label.full()),
        OptionalLong.of(bytes),
        OptionalLong.of(jsonBytes),
        onlyStudyFiles ? OptionalLong.of(count) : OptionalLong.empty(),
        Optional.of(newest),
        files.ignored());
  }

  /** By its name, since opening each of very many files takes long. */
  private static boolean isPacked(Path file) {
    String name = lastName(file).toLowerCase(Locale.ROOT);
    return name.endsWith(".gz") || name.endsWith(".zip");
  }

  private FileStamp stamp(Path file) throws IOException {
    try {
      return FileStamp.of(file);
    } catch (IOException e) {
      if (isStudyFile(file)) {
        return FileStamp.MISSING;
      }
      throw SourceException.of(childLabel(file).full(), e);
    }
  }

  private void requireFiles(long count, long ignored) throws SourceException {
    if (count == 0) {
      throw new SourceException(
          label.full()
              + ": is a folder without any .json, .ndjson, .jsonl or .zip file ("
              + ignored
              + " others); give the folder that holds the studies");
    }
  }

  @Override
  public @Nullable StudySource next() throws IOException {
    FolderWalk files = walk == null ? new FolderWalk(root, label) : walk;
    walk = files;
    Path file = files.next();
    if (file == null) {
      return null;
    }
    Label name = childLabel(file);
    return isStudyFile(file) ? opener.studyFile(file, name) : opener.fileInFolder(file, name);
  }

  @Override
  public void close() {
    // files are opened one at a time and closed by those who read them
  }

  private String digest() throws IOException {
    FolderWalk files = new FolderWalk(root, label);
    MessageDigest digest = Checksum.sha256();
    for (Path file = files.next(); file != null; file = files.next()) {
      digest.update(Checksum.line(fileDigest(file), FolderWalk.relative(root, file)));
    }
    return Checksum.hex(digest);
  }

  private String fileDigest(Path file) throws IOException {
    try {
      return Checksum.digest(file, childLabel(file).full());
    } catch (IOException e) {
      if (isStudyFile(file)) {
        return Checksum.hex(Checksum.sha256()); // one bad record, as it was when it was read
      }
      throw e;
    }
  }

  private Label childLabel(Path file) {
    return label.child(FolderWalk.relative(root, file));
  }

  private static String lastName(Path file) {
    return Objects.requireNonNull(file.getFileName(), "a file has a name").toString();
  }
}
