package org.studyatlas.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.fixture.StudyFixture.study;

import io.micronaut.core.io.buffer.ReadBuffer;
import io.micronaut.core.io.buffer.ReadBufferFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.studyatlas.server.TestServer;
import org.studyatlas.testing.PublishedIndex;

/** Chunks are rendered when they are asked for, and what they hold is given back. */
class PulledChunksTest {

  private static final int PART_BYTES = 10_000;

  @TempDir Path folder;
  private TestServer server;
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final Client client = new Client();
  private int parts;
  private int failingPart = Integer.MAX_VALUE;

  @BeforeEach
  void start() throws IOException {
    new PublishedIndex(folder).publish("2026-08-14-1", study("NCT00000001"));
    server = TestServer.over(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void nothingIsRenderedThatIsNotAskedFor() throws IOException {
    chunks(100).subscribe(client);
    assertThat(tasks).isEmpty();
    client.request();
    runTasks();
    assertThat(client.sizes).containsExactly(PulledChunks.CHUNK_BYTES);
    assertThat(parts * PART_BYTES).isLessThan(PulledChunks.CHUNK_BYTES + PART_BYTES);
    assertThat(tasks).as("no thread waits for the client").isEmpty();
  }

  @Test
  void theLastChunkIsShorterAndEndsTheBody() throws Exception {
    chunks(10).subscribe(client);
    client.request();
    client.request();
    runTasks();
    assertThat(client.sizes)
        .containsExactly(PulledChunks.CHUNK_BYTES, 10 * PART_BYTES - PulledChunks.CHUNK_BYTES);
    assertThat(client.end).isEqualTo("complete");
    assertThat(generationIsGivenBack()).isTrue();
  }

  /** As the framework does, with the last chunk too. */
  @Test
  void aClientThatAlwaysAsksForAnotherChunkIsSentNothingAfterTheEnd() throws Exception {
    client.asksAgain = true;
    chunks(10).subscribe(client);
    client.request();
    runTasks();
    client.request();
    assertThat(tasks).as("nothing is rendered any more").isEmpty();
    assertThat(client.sizes).hasSize(2);
    assertThat(client.end).isEqualTo("complete");
  }

  @Test
  void aPartThatFailsIsNoEnd() throws Exception {
    failingPart = 12;
    chunks(100).subscribe(client);
    for (int i = 0; i < 3; i++) {
      client.request();
      runTasks();
    }
    assertThat(client.sizes).hasSize(1);
    assertThat(client.end).isEqualTo("damaged");
    assertThat(generationIsGivenBack()).isTrue();
  }

  @Test
  void nothingComesAfterCancelling() throws Exception {
    PulledChunks chunks = chunks(100);
    chunks.subscribe(client);
    client.request();
    chunks.cancel();
    runTasks();
    assertThat(client.sizes).isEmpty();
    assertThat(client.end).isNull();
    assertThat(generationIsGivenBack()).isTrue();
  }

  @Test
  void aClientThatIsGoneBeforeTheFirstChunkGivesTheGenerationBack() throws Exception {
    chunks(100).cancel();
    runTasks();
    assertThat(parts).isZero();
    assertThat(generationIsGivenBack()).isTrue();
  }

  private PulledChunks chunks(int count) throws IOException {
    PulledBody.Parts rendered =
        out -> {
          if (++parts == failingPart) {
            throw new IOException("damaged");
          }
          out.write(new byte[PART_BYTES]);
          return parts < count;
        };
    PulledBody body = new PulledBody(rendered, server.generations().acquire());
    return new PulledChunks(body, tasks::add, Runnable::run, ReadBufferFactory.getJdkFactory());
  }

  private void runTasks() {
    for (int run = 0; !tasks.isEmpty(); run++) {
      assertThat(run).as("tasks run").isLessThan(100);
      tasks.remove().run();
    }
  }

  /** Replaces the index, so that only the lease of the body would keep the old one open. */
  private boolean generationIsGivenBack() throws IOException {
    new PublishedIndex(folder).publish("2026-08-15-1", study("NCT00000002"));
    server.generations().refresh();
    return server.generations().openGenerations() == 1;
  }

  private static final class Client implements Subscriber<ReadBuffer> {

    private final List<Integer> sizes = new ArrayList<>();
    private @Nullable Subscription subscription;
    private @Nullable String end;
    private boolean asksAgain;

    void request() {
      Objects.requireNonNull(subscription).request(1);
    }

    @Override
    public void onSubscribe(Subscription given) {
      subscription = given;
    }

    @Override
    public void onNext(ReadBuffer chunk) {
      sizes.add(chunk.readable());
      if (asksAgain) {
        request();
      }
    }

    @Override
    public void onError(Throwable cause) {
      end = cause.getMessage();
    }

    @Override
    public void onComplete() {
      end = "complete";
    }
  }
}
