package org.studyatlas.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256 digest that is computed when it is asked for, and only once. */
final class Checksum {

  private static final int CHUNK = 1 << 20;

  private final Computation computation;
  private @Nullable String value;

  Checksum(Computation computation) {
    this.computation = computation;
  }

  /** How a digest comes about; it may take long. */
  @FunctionalInterface
  interface Computation {
    String run() throws IOException;
  }

  /** The digest of a file, which must still be what it is now when it is asked for. */
  static Checksum ofFile(Path file, String name) throws IOException {
    FileStamp opened = FileStamp.of(file);
    return new Checksum(
        () -> {
          String digest = digest(file, name);
          if (!FileStamp.of(file).equals(opened)) {
            throw SourceException.passing(
                name + ": changed while it was read; build again when it is complete", null);
          }
          return digest;
        });
  }

  /** The digest of what the file holds now. */
  static String digest(Path file, String name) throws IOException {
    MessageDigest digest = sha256();
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        digest.update(chunk, 0, count);
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException("interrupted while the digest was computed");
        }
      }
    } catch (IOException e) {
      throw SourceException.of(name, e);
    }
    return hex(digest);
  }

  synchronized String get() throws IOException {
    if (value == null) {
      value = computation.run();
    }
    return value;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** One line of a list of digests, in the form that {@code sha256sum} writes. */
  static byte[] line(String digest, String name) {
    return (digest + "  " + name + "\n").getBytes(StandardCharsets.UTF_8);
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
