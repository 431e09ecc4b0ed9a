package org.studyatlas.server;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.graceful.GracefulShutdownManager;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.BindException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.studyatlas.schema.IndexDirectory;
import org.studyatlas.search.GenerationService;
import org.studyatlas.search.UnusableIndexException;
import org.studyatlas.search.WarmUp;

/** A server that listens; the programmatic form of {@link SearchServer}. */
final class RunningServer implements AutoCloseable {

  /** How long requests may take to finish once the server is told to stop. */
  static final Duration GRACE = Duration.ofSeconds(10);

  private static final int LEAST_WORKERS = 8;
  private static final String DEFAULT_SOURCE = "configuration-file";

  private final ApplicationContext context;
  private final EmbeddedServer http;
  private final GenerationService generations;
  private final CountDownLatch stopped = new CountDownLatch(1);

  private RunningServer(
      ApplicationContext context, EmbeddedServer http, GenerationService generations) {
    this.context = context;
    this.http = http;
    this.generations = generations;
  }

  /**
   * Opens the index and listens.
   *
   * @throws UnusableIndexException if an index is published that cannot be served
   * @throws UsageException if it cannot listen at that address and port
   */
  static RunningServer start(ServerSettings settings, List<WarmUp> warmUps)
      throws UnusableIndexException, UsageException {
    GenerationService generations =
        GenerationService.open(
            new IndexDirectory(settings.index()),
            settings.reloadInterval(),
            settings.kept(),
            settings.searchLimit(),
            warmUps);
    generations.addListener(new GenerationLog());
    ApplicationContext context = context(settings, generations);
    try {
      context.start();
      EmbeddedServer http = context.getBean(EmbeddedServer.class);
      http.start();
      generations.warm();
      return new RunningServer(context, http, generations);
    } catch (ServerStartupException e) {
      close(context, generations);
      throw new UsageException(whyNotListening(settings, e), e);
    } catch (RuntimeException e) {
      close(context, generations);
      throw e;
    }
  }

  private static ApplicationContext context(
      ServerSettings settings, GenerationService generations) {
    return ApplicationContext.builder()
        .banner(false)
        .deduceEnvironment(false)
        .deduceCloudEnvironment(false)
        .environmentPropertySource(false)
        .propertySources(PropertySource.of(DEFAULT_SOURCE, settings.more()))
        .properties(properties(settings))
        .singletons(generations)
        .build();
  }

  private static Map<String, Object> properties(ServerSettings settings) {
    Map<String, Object> properties = new HashMap<>();
    // Micronaut takes -1 for "any free port".
    properties.put("micronaut.server.port", settings.port() == 0 ? -1 : settings.port());
    properties.put("micronaut.server.host", settings.host());
    properties.put(Setting.LENIENT.property(), settings.lenient());
    properties.put("studyatlas.version", ServerVersion.text());
    properties.put("micronaut.executors.blocking.n-threads", workers());
    return properties;
  }

  /** Searches at the same time: each holds some megabytes, and more than that only take turns. */
  private static int workers() {
    return Math.max(LEAST_WORKERS, 4 * Runtime.getRuntime().availableProcessors());
  }

  private static String whyNotListening(ServerSettings settings, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException && String.valueOf(cause.getMessage()).contains("in use")) {
        return "port %d of %s is in use: stop the other program, or choose another with --port"
            .formatted(settings.port(), settings.host());
      }
    }
    return "cannot listen at port %d of %s (%s): choose others with --host and --port"
        .formatted(settings.port(), settings.host(), rootCause(failure));
  }

  private static String rootCause(Throwable failure) {
    Throwable cause = failure;
    for (Throwable next = cause; next != null; next = next.getCause()) {
      cause = next;
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  /** Address of the home page. */
  String url() {
    String host = http.getHost();
    return "http://%s:%d/".formatted(host.contains(":") ? "[" + host + "]" : host, http.getPort());
  }

  GenerationService generations() {
    return generations;
  }

  /** Waits until the server has been stopped. */
  void awaitStop() throws InterruptedException {
    stopped.await();
  }

  /**
   * Stops: no new connections, requests under way may finish within {@link #GRACE}, then the index
   * is closed.
   */
  @Override
  public void close() {
    try {
      context
          .getBean(GracefulShutdownManager.class)
          .shutdownGracefully()
          .toCompletableFuture()
          .get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      System.err.println("studyatlas serve: stopped before all requests had finished");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      close(context, generations);
      stopped.countDown();
    }
  }

  private static void close(ApplicationContext context, GenerationService generations) {
    context.close();
    generations.close();
  }
}
