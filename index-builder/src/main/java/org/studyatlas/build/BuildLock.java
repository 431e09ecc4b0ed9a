package org.studyatlas.build;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The right to build into an index directory: one build at a time, in this process or another.
 *
 * <p>A lock of the operating system on {@code build.lock}; it ends with its process, however that
 * dies. The file itself stays, since deleting it would let two builds hold a lock each.
 */
final class BuildLock implements Closeable {

  private final FileChannel channel;

  private BuildLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock or fails at once.
   *
   * @throws IOException with one line for the user if another build holds it
   */
  static BuildLock acquire(Path indexDir) throws IOException {
    Path file = indexDir.resolve("build.lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new IOException(
          "another build is writing to %s (it holds %s); wait for it, or give another directory"
              .formatted(indexDir, file.getFileName()));
    }
    return new BuildLock(channel);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
