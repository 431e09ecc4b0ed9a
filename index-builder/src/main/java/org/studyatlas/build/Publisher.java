package org.studyatlas.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.IndexDirectory;

/**
 * Puts a finished generation in service and removes the ones that are not kept.
 *
 * <p>Every step leaves a directory that can be served: the new generation gets its name when it is
 * whole and on disk, {@code CURRENT} is replaced by one atomic rename, and old generations are
 * renamed away before they are deleted. The caller holds the build lock.
 */
final class Publisher {

  private final IndexDirectory index;

  Publisher(IndexDirectory index) {
    this.index = index;
  }

  /** The file that becomes {@code CURRENT}. */
  static Path newCurrentFile(IndexDirectory index) {
    return index.path().resolve(".CURRENT.new");
  }

  /** The name of the next generation with data of that day. */
  String nextName(LocalDate dataDay) throws IOException {
    String prefix = dataDay + "-";
    int last = 0;
    try (Stream<Path> paths = Files.list(index.generationsFolder())) {
      for (String name : paths.map(p -> String.valueOf(p.getFileName())).toList()) {
        if (name.matches("\\Q" + prefix + "\\E\\d{1,9}")) {
          last = Math.max(last, Integer.parseInt(name.substring(prefix.length())));
        }
      }
    }
    return prefix + (last + 1);
  }

  /**
   * Syncs the generation, gives it its name and puts it in service.
   *
   * @throws InServiceException if something failed behind that
   */
  Generation publish(Workspace workspace, String name) throws IOException {
    Path unpublished = workspace.generation().path();
    DiskSync.tree(unpublished);
    Generation generation = index.generation(name);
    workspace.handOver();
    try {
      Files.move(unpublished, generation.path(), StandardCopyOption.ATOMIC_MOVE);
      DiskSync.folder(index.generationsFolder());
      Path newCurrent = newCurrentFile(index);
      DiskSync.write(newCurrent, name + "\n");
      Files.move(newCurrent, index.currentFile(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      undo(e, unpublished, generation.path(), newCurrentFile(index));
      throw e;
    }
    syncSwap(name);
    return generation;
  }

  /** The new generation serves already, whatever comes of this. */
  private void syncSwap(String name) throws InServiceException {
    try {
      DiskSync.folder(index.path());
    } catch (IOException e) {
      throw new InServiceException(
          "generation %s is in service, but %s could not be brought to the disk (%s): after a power cut the one before may be; check the disk"
              .formatted(name, index.currentFile(), e),
          e);
    }
  }

  private static void undo(IOException cause, Path... paths) {
    for (Path path : paths) {
      try {
        FileTree.delete(path);
      } catch (IOException e) {
        cause.addSuppressed(e);
      }
    }
  }

  /**
   * Deletes old generations.
   *
   * @param current the one in service
   * @param previous the one that was in service before; the first one that is kept
   * @param keep how many to keep besides the current one
   * @return names of the deleted ones
   */
  List<String> deleteOld(Generation current, @Nullable Generation previous, int keep)
      throws IOException {
    List<Generation> old = new ArrayList<>(index.listGenerations());
    Collections.reverse(old);
    old.remove(current);
    if (previous != null && old.remove(previous)) {
      old.addFirst(previous);
    }
    List<String> deleted = new ArrayList<>();
    for (Generation generation : old.subList(Math.min(keep, old.size()), old.size())) {
      Path removing = index.generationsFolder().resolve(Workspace.REMOVING + generation.name());
      Files.move(generation.path(), removing, StandardCopyOption.ATOMIC_MOVE);
      FileTree.delete(removing);
      deleted.add(generation.name());
    }
    return deleted;
  }
}
