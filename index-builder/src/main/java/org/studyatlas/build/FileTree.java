package org.studyatlas.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Deletes and measures folders with all that is in them. */
final class FileTree {

  private FileTree() {}

  /** Deletes a file or folder; it need not exist. Symbolic links are deleted, not followed. */
  static void delete(Path root) throws IOException {
    for (Path path : list(root).reversed()) {
      Files.deleteIfExists(path);
    }
  }

  /** Bytes of all files below a folder. */
  static long size(Path root) throws IOException {
    long bytes = 0;
    for (Path path : list(root)) {
      bytes += Files.isRegularFile(path) ? Files.size(path) : 0;
    }
    return bytes;
  }

  /** The folder and all below it, each folder before what is in it. */
  private static List<Path> list(Path root) throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.sorted(Comparator.comparingInt(Path::getNameCount)).toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
