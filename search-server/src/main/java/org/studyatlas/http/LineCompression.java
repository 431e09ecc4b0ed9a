package org.studyatlas.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.HttpCompressionStrategy;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import jakarta.inject.Singleton;

/** Compresses lines of JSON as other text is; Micronaut does not know that they are text. */
@Singleton
final class LineCompression implements BeanCreatedEventListener<HttpCompressionStrategy> {

  private static final int LEAST_BYTES = 1_024;

  @Override
  public HttpCompressionStrategy onCreated(BeanCreatedEvent<HttpCompressionStrategy> event) {
    return new WithLines(event.getBean());
  }

  private record WithLines(HttpCompressionStrategy others) implements HttpCompressionStrategy {

    @Override
    public boolean shouldCompress(HttpResponse response) {
      return others.shouldCompress(response) || isLongLines(response);
    }

    private static boolean isLongLines(HttpResponse response) {
      String type = response.headers().get(HttpHeaderNames.CONTENT_TYPE);
      Integer length = response.headers().getInt(HttpHeaderNames.CONTENT_LENGTH);
      return type != null
          && type.startsWith(BodyTypes.NDJSON.getName())
          && (length == null || length >= LEAST_BYTES);
    }

    @Override
    public boolean isEnabled() {
      return others.isEnabled();
    }

    @Override
    public int getCompressionLevel() {
      return others.getCompressionLevel();
    }

    @Override
    public int getMaxZstdEncodeSize() {
      return others.getMaxZstdEncodeSize();
    }
  }
}
