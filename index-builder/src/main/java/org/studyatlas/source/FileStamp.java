package org.studyatlas.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * By what a file is recognised as unchanged.
 *
 * @param key the file system's own number of the file, null where it has none
 */
record FileStamp(long size, FileTime modified, @Nullable Object key) {

  /** Of a file that is listed but cannot be looked at. */
  static final FileStamp MISSING = new FileStamp(0, FileTime.fromMillis(0), null);

  static FileStamp of(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return new FileStamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
  }
}
