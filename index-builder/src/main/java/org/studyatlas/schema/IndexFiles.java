package org.studyatlas.schema;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FileSwitchDirectory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.store.NoLockFactory;

/** Opens the files of a Lucene index for writing and checking, which read whole files once. */
public final class IndexFiles {

  /** Extensions of the files of norms and doc values. */
  private static final Set<String> READ_IN_NO_ORDER = Set.of("nvd", "nvm", "dvd", "dvm");

  private IndexFiles() {}

  /**
   * Maps only what is read in no order, norms and doc values; resident memory would grow by every
   * file that is read. Without a lock: a build has its own, and a generation is never written
   * again.
   */
  public static Directory open(Path folder) throws IOException {
    return new FileSwitchDirectory(
        READ_IN_NO_ORDER,
        new MMapDirectory(folder, NoLockFactory.INSTANCE),
        new NIOFSDirectory(folder, NoLockFactory.INSTANCE),
        true);
  }
}
