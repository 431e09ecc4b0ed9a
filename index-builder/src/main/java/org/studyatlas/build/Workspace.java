package org.studyatlas.build;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.IndexDirectory;

/**
 * The folder that a generation is written into before it is published. Its name starts with a dot,
 * so that nobody takes it for a generation.
 *
 * <p>It ends in one of two ways, whichever comes first: handed over for publishing, or discarded.
 */
final class Workspace implements Closeable {

  static final String BUILDING = ".building-";
  static final String REMOVING = ".removing-";

  private final Generation unpublished;
  private boolean handedOver;
  private boolean discarded;

  private Workspace(Generation unpublished) {
    this.unpublished = unpublished;
  }

  /** Names one that is still to be created. */
  static Workspace of(IndexDirectory index) {
    String name = BUILDING + ProcessHandle.current().pid();
    return new Workspace(new Generation(index.generationsFolder().resolve(name)));
  }

  /**
   * Creates its empty folder. The caller holds the build lock.
   *
   * @throws IOException if it has been discarded
   */
  synchronized void create() throws IOException {
    refuseIfDiscarded();
    FileTree.delete(unpublished.path());
    Files.createDirectory(unpublished.path());
    Files.createDirectory(unpublished.lucene());
  }

  /**
   * Deletes what killed builds left behind. The caller holds the build lock, so no running build
   * owns any of it.
   *
   * @return names of the folders deleted
   */
  static List<String> deleteLeftovers(IndexDirectory index) throws IOException {
    List<Path> leftovers;
    try (Stream<Path> paths = Files.list(index.generationsFolder())) {
      leftovers = paths.filter(Workspace::isLeftover).sorted().toList();
    }
    List<String> names = new ArrayList<>();
    for (Path leftover : leftovers) {
      FileTree.delete(leftover);
      names.add(String.valueOf(leftover.getFileName()));
    }
    Files.deleteIfExists(Publisher.newCurrentFile(index));
    return names;
  }

  private static boolean isLeftover(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.startsWith(BUILDING) || name.startsWith(REMOVING);
  }

  /** The generation being written. */
  Generation generation() {
    return unpublished;
  }

  /**
   * Hands the folder over for publishing; from now on it is not discarded.
   *
   * @throws IOException if it has been discarded
   */
  synchronized void handOver() throws IOException {
    refuseIfDiscarded();
    handedOver = true;
  }

  private void refuseIfDiscarded() throws IOException {
    if (discarded) {
      throw new IOException("the build was stopped before its index was published");
    }
  }

  /** Deletes the folder and returns true, unless it was handed over. */
  synchronized boolean discard() throws IOException {
    if (handedOver) {
      return false;
    }
    discarded = true;
    FileTree.delete(unpublished.path());
    return true;
  }

  /** Same as {@link #discard}. */
  @Override
  public void close() throws IOException {
    discard();
  }
}
