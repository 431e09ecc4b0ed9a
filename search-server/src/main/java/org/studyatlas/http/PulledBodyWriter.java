package org.studyatlas.http;

import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.ResponseBodyWriter;
import io.micronaut.http.body.stream.BodySizeLimits;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.OutputStream;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/**
 * Sends a {@link PulledBody} in large chunks, each rendered by the threads that search when the
 * client has taken the one before.
 *
 * <p>Says nothing of media types on purpose: a writer that names some is passed over for the
 * others, and that of JSON would then be asked to serialize the body.
 */
@Singleton
final class PulledBodyWriter implements ResponseBodyWriter<PulledBody> {

  private final ExecutorService threads;

  PulledBodyWriter(@Named(TaskExecutors.BLOCKING) ExecutorService threads) {
    this.threads = threads;
  }

  @Override
  public CloseableByteBody writePiece(
      ByteBodyFactory bodies,
      HttpRequest<?> request,
      HttpResponse<?> response,
      Argument<PulledBody> type,
      MediaType mediaType,
      PulledBody body) {
    PulledChunks chunks =
        new PulledChunks(body, threads, eventLoop(request), bodies.readBufferFactory());
    // A client may be gone before the first chunk is asked for.
    return bodies.adapt(chunks, BodySizeLimits.UNLIMITED, null, chunks::cancel);
  }

  private static Executor eventLoop(HttpRequest<?> request) {
    return ((NettyHttpRequest<?>) request).getChannelHandlerContext().channel().eventLoop();
  }

  @Override
  public void writeTo(
      Argument<PulledBody> type,
      MediaType mediaType,
      PulledBody body,
      MutableHeaders headers,
      OutputStream out) {
    throw new UnsupportedOperationException("a pulled body is only sent to clients");
  }
}
