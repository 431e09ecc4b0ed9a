package org.studyatlas.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.studyatlas.search.GenerationService;
import org.studyatlas.search.UnusableIndexException;

/** A server on a free port of this machine, and clients to ask it. */
public final class TestServer implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 120_000;

  private final RunningServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private TestServer(RunningServer server) {
    this.server = server;
  }

  /** Serves the index in that folder. */
  public static TestServer over(Path index) {
    return with(index, false, Duration.ZERO);
  }

  /** Serves it and ignores unknown parameters. */
  public static TestServer lenient(Path index) {
    return with(index, true, Duration.ZERO);
  }

  /** Serves it and keeps replaced generations for that time. */
  public static TestServer keeping(Path index, Duration kept) {
    return with(index, false, kept);
  }

  private static TestServer with(Path index, boolean lenient, Duration kept) {
    try {
      return new TestServer(RunningServer.start(settings(index, 0, lenient, kept), List.of()));
    } catch (UsageException | UnusableIndexException e) {
      throw new IllegalStateException(e);
    }
  }

  static ServerSettings settings(Path index, int port, boolean lenient) {
    return settings(index, port, lenient, Duration.ZERO);
  }

  private static ServerSettings settings(Path index, int port, boolean lenient, Duration kept) {
    return new ServerSettings(
        index,
        port,
        "127.0.0.1",
        lenient,
        Duration.ofMillis(100),
        kept,
        Duration.ofMinutes(1),
        Map.of());
  }

  /** The port it listens at. */
  public int port() {
    return URI.create(server.url()).getPort();
  }

  /** What it serves from. */
  public GenerationService generations() {
    return server.generations();
  }

  /** Answer to a GET; headers are names and values in turn. */
  public HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, BodyHandlers.ofString(), headers);
  }

  /** Answer to a GET as bytes. */
  public HttpResponse<byte[]> getBytes(String path, String... headers) {
    return send("GET", path, BodyHandlers.ofByteArray(), headers);
  }

  /** Answer to a request of any method without a body, as bytes. */
  public HttpResponse<byte[]> sendBytes(String method, String path, String... headers) {
    return send(method, path, BodyHandlers.ofByteArray(), headers);
  }

  /** Answer to a request of any method without a body. */
  public HttpResponse<String> send(String method, String path, String... headers) {
    return send(method, path, BodyHandlers.ofString(), headers);
  }

  /** Answer to a POST of JSON. */
  public HttpResponse<String> post(String path, String json, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request, BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> send(
      String method, String path, HttpResponse.BodyHandler<T> body, String... headers) {
    HttpRequest.Builder request = request(path).method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request, body);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .version(HttpClient.Version.HTTP_1_1)
        .timeout(Duration.ofMillis(TIMEOUT_MILLIS));
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    try {
      return client.send(request.build(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Sends a request line as it is, which no HTTP library would, and reads the whole answer.
   *
   * @param target one character for each byte
   */
  public String raw(String target) {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      String request = "GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void stop() {
    server.close();
  }

  @Override
  public void close() {
    client.close();
    stop();
  }
}
