package org.studyatlas.http;

import io.micronaut.core.io.buffer.ReadBuffer;
import io.micronaut.core.io.buffer.ReadBufferFactory;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * The chunks of a body, one for each that is asked for, to one subscriber. A thread is taken for as
 * long as a chunk is rendered, not while the client takes it, and none waits for another.
 */
final class PulledChunks implements Publisher<ReadBuffer>, Subscription {

  /**
   * Large enough that changing threads for each does not count; compressing one must not hold up
   * the event loop, which other clients share.
   */
  static final int CHUNK_BYTES = 64 * 1024;

  private final PulledBody body;
  private final Executor threads;
  private final Executor eventLoop;
  private final ReadBufferFactory buffers;
  private final AtomicLong wanted = new AtomicLong();
  private volatile @Nullable Subscriber<? super ReadBuffer> subscriber;

  /** The subscriber is gone, or has all or will get no more. */
  private volatile boolean over;

  /**
   * Takes the body over.
   *
   * @param threads render
   * @param eventLoop takes the chunks and cancels, so that nothing comes after that
   */
  PulledChunks(PulledBody body, Executor threads, Executor eventLoop, ReadBufferFactory buffers) {
    this.body = body;
    this.threads = threads;
    this.eventLoop = eventLoop;
    this.buffers = buffers;
  }

  @Override
  public void subscribe(Subscriber<? super ReadBuffer> to) {
    subscriber = to;
    to.onSubscribe(this);
  }

  @Override
  public void request(long chunks) {
    if (wanted.getAndAccumulate(chunks, PulledChunks::sum) == 0 && !over) {
      renderLater();
    }
  }

  private static long sum(long a, long b) {
    return b > Long.MAX_VALUE - a ? Long.MAX_VALUE : a + b;
  }

  private void renderLater() {
    try {
      threads.execute(this::render);
    } catch (RejectedExecutionException e) {
      eventLoop.execute(() -> fail(e)); // the server is stopping
    }
  }

  private void render() {
    if (over) {
      return;
    }
    try {
      PulledBody.Chunk chunk = body.next(CHUNK_BYTES);
      eventLoop.execute(() -> deliver(chunk));
    } catch (Throwable e) { // also an error must cut the connection, or the client waits for ever
      eventLoop.execute(() -> fail(e));
    }
  }

  private void deliver(PulledBody.Chunk chunk) {
    Subscriber<? super ReadBuffer> to = subscriber;
    if (over || to == null) {
      return;
    }
    over = chunk.last(); // before the subscriber asks for another one
    if (wanted.decrementAndGet() > 0 && !chunk.last()) {
      renderLater();
    }
    to.onNext(buffers.adapt(chunk.bytes()));
    if (chunk.last()) {
      to.onComplete();
    }
  }

  private void fail(Throwable cause) {
    Subscriber<? super ReadBuffer> to = subscriber;
    if (!over && to != null) {
      over = true;
      to.onError(cause);
    }
    body.close();
  }

  /** The body is closed by the threads that render, since that waits for a chunk under way. */
  @Override
  public void cancel() {
    over = true;
    try {
      threads.execute(body::close);
    } catch (RejectedExecutionException e) {
      body.close();
    }
  }
}
