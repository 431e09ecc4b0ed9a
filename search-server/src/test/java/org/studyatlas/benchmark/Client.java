package org.studyatlas.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server over connections that stay open.
 *
 * <p>By the JDK's old client: the new one takes half a millisecond of its own for each request.
 */
final class Client {

  private static final int PATIENCE_MILLIS = 300_000;

  static {
    System.setProperty("http.maxConnections", "64"); // kept open; the default is 5
  }

  private final String base;

  /** A client of the server at that address, e.g. {@code http://127.0.0.1:8080}. */
  Client(String base) {
    this.base = base;
  }

  /**
   * Asks.
   *
   * @throws IOException if the answer is no 200
   */
  byte[] ask(String target) throws IOException {
    try (InputStream body = open(target)) {
      return body.readAllBytes();
    }
  }

  /**
   * Reads an answer of any size to its end.
   *
   * @return its bytes
   * @throws IOException if it is no 200 or breaks off
   */
  long drain(String target) throws IOException {
    try (InputStream body = open(target)) {
      return body.transferTo(OutputStream.nullOutputStream());
    }
  }

  private InputStream open(String target) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(base + target).toURL().openConnection();
    connection.setReadTimeout(PATIENCE_MILLIS);
    if (connection.getResponseCode() != 200) {
      try (@Nullable InputStream error = connection.getErrorStream()) {
        String text = error == null ? "" : new String(error.readAllBytes(), UTF_8);
        throw new IOException(
            "%s answered %d: %s".formatted(target, connection.getResponseCode(), text));
      }
    }
    return connection.getInputStream();
  }

  /** Asks and returns the nanoseconds until the whole answer was there. */
  long time(String target) throws IOException {
    long start = System.nanoTime();
    ask(target);
    return System.nanoTime() - start;
  }
}
