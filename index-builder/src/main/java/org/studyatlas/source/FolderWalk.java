package org.studyatlas.source;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a folder: first its files, then its folders, both in the order of their names. Only
 * the names in the folders on the way are held, some 100 bytes each. Symbolic links are followed
 * unless they lead to a folder that they are in. An index that lies in the folder is left out: its
 * manifests and reports are JSON too.
 */
final class FolderWalk {

  private static final Pattern STUDIES =
      Pattern.compile(".+\\.(json|ndjson|jsonl)(\\.gz)?|.+\\.zip", Pattern.CASE_INSENSITIVE);

  private final Path root;
  private final Label label;
  private final Deque<Level> levels = new ArrayDeque<>();
  private Ignored ignored = Ignored.NONE;

  /**
   * Starts a walk.
   *
   * @param label of the folder
   */
  FolderWalk(Path root, Label label) throws IOException {
    this.root = root;
    this.label = label;
    levels.push(list(root));
  }

  /** A folder on the way, and what is left in it. */
  private record Level(
      Path folder, @Nullable Object key, Iterator<Path> files, Iterator<Path> folders) {}

  /** The next file that may hold studies, or null after the last one. */
  @Nullable Path next() throws IOException {
    while (!levels.isEmpty()) {
      Level level = levels.peek();
      if (level.files().hasNext()) {
        return level.folder().resolve(level.files().next());
      }
      if (level.folders().hasNext()) {
        enter(level.folder().resolve(level.folders().next()));
      } else {
        levels.pop();
      }
    }
    return null;
  }

  /** Files so far that cannot hold studies, and folders that were left out. */
  Ignored ignored() {
    return ignored;
  }

  private void enter(Path folder) throws IOException {
    if (isIndex(folder) || isOnTheWay(folder)) {
      ignore(folder);
    } else {
      levels.push(list(folder));
    }
  }

  /** Whether it is an index directory, also one whose first build is running. */
  static boolean isIndex(Path folder) {
    return Files.isDirectory(folder.resolve("generations"))
        && (Files.exists(folder.resolve("CURRENT")) || Files.exists(folder.resolve("build.lock")));
  }

  private boolean isOnTheWay(Path folder) throws IOException {
    Object key = key(folder);
    for (Level level : levels) {
      boolean same =
          key == null ? Files.isSameFile(folder, level.folder()) : key.equals(level.key());
      if (same) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Object key(Path folder) throws IOException {
    return Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
  }

  private Level list(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        sortIn(child, files, folders);
      }
      Collections.sort(files);
      Collections.sort(folders);
      return new Level(folder, key(folder), files.iterator(), folders.iterator());
    } catch (DirectoryIteratorException e) {
      throw SourceException.of(
          label.full() + " (folder " + folder + ")", requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw SourceException.of(label.full() + " (folder " + folder + ")", e);
    }
  }

  private void sortIn(Path child, List<Path> files, List<Path> folders) {
    Path last = requireNonNull(child.getFileName(), "a child has a name");
    String text = last.toString();
    if (text.startsWith(".") || text.toLowerCase(Locale.ROOT).equals("__macosx")) {
      ignore(child);
    } else if (Files.isDirectory(child)) {
      folders.add(last);
    } else if (STUDIES.matcher(text).matches() && !isSpecial(child)) {
      files.add(last);
    } else {
      ignore(child);
    }
  }

  private void ignore(Path path) {
    ignored = ignored.and(label.child(relative(root, path)).brief());
  }

  /** The path in the folder, separated by slashes. */
  static String relative(Path root, Path path) {
    return root.relativize(path).toString().replace(root.getFileSystem().getSeparator(), "/");
  }

  /** Pipes and devices, which could be waited for without end. */
  private static boolean isSpecial(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file);
  }
}
