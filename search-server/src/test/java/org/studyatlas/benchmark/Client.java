package org.studyatlas.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the server over connections that stay open. */
final class Client {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
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
  byte[] ask(String target) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + target)).timeout(PATIENCE).build();
    HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(
          "%s answered %d: %s"
              .formatted(
                  target,
                  answer.statusCode(),
                  new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8)));
    }
    return answer.body();
  }

  /** Asks and returns the nanoseconds until the whole answer was there. */
  long time(String target) throws IOException, InterruptedException {
    long start = System.nanoTime();
    ask(target);
    return System.nanoTime() - start;
  }
}
