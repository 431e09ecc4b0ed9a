package org.studyatlas.http;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import org.studyatlas.search.GenerationFunction;
import org.studyatlas.search.Lease;

/**
 * Sends bodies that are rendered from a generation: short ones at once, with their length, others
 * as the client takes them.
 */
@Singleton
public final class PulledAnswers {

  /** Most bytes that are rendered before the first is sent. */
  private static final int AT_ONCE = 64 * 1024;

  private final EntityTags tags;

  PulledAnswers(EntityTags tags) {
    this.tags = tags;
  }

  /**
   * What is sent if the client does not have it already.
   *
   * @param type of the content
   * @param headers more headers
   * @param parts the body
   */
  public record Content(MediaType type, Map<String, String> headers, PulledBody.Parts parts) {
    /** Copies the map. */
    public Content {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * Answers from a generation.
   *
   * @param lease is closed here or with the body
   * @param check of the request, where the content is not asked for
   */
  public HttpResponse<Object> answer(
      HttpRequest<?> request,
      Lease lease,
      EntityTags.Check check,
      GenerationFunction<Content> content)
      throws IOException {
    boolean sentLater = false;
    try {
      MutableHttpResponse<Object> answer =
          tags.answer(
              request,
              lease.generation(),
              check,
              generation -> send(request, content.apply(generation), lease));
      sentLater = answer.body() instanceof PulledBody;
      return answer;
    } finally {
      if (!sentLater) {
        lease.close();
      }
    }
  }

  private static MutableHttpResponse<Object> send(
      HttpRequest<?> request, Content content, Lease lease) throws IOException {
    MutableHttpResponse<Object> answer = HttpResponse.ok().contentType(content.type());
    content.headers().forEach(answer::header);
    PulledBody body = new PulledBody(content.parts(), lease);
    byte[] whole = body.renderUpTo(AT_ONCE);
    if (whole != null) {
      return answer.contentLength(whole.length).body(whole);
    }
    return request.getMethod() == HttpMethod.HEAD ? answer : answer.body(body);
  }
}
