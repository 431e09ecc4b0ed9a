package org.studyatlas.http;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.studyatlas.search.GenerationFunction;
import org.studyatlas.search.OpenGeneration;

/**
 * Entity tags: one per generation and server version, whatever the request, as the registry does.
 * Two generations with equal content have equal tags.
 *
 * <p>The tag is strong in form, as the registry's is, although a gzip answer has it too; no ranges
 * are served, so nobody can mix the bytes of two encodings.
 */
@Singleton
public final class EntityTags {

  private static final int DIGEST_CHARS = 16;

  private final String version;

  /**
   * Makes tags.
   *
   * @param version of the server, since another version may write other bytes
   */
  public EntityTags(@Property(name = "studyatlas.version", defaultValue = "dev") String version) {
    this.version = version;
  }

  /** Looks at a request without answering it; refuses what the answer would refuse. */
  @FunctionalInterface
  public interface Check {

    /** Accepts everything: for requests that were checked before. */
    Check NONE = generation -> {};

    /** Returns, or throws what the client is told. */
    void accept(OpenGeneration generation) throws IOException;
  }

  /**
   * Answers from a generation, unless the client has that answer already (304, no body).
   *
   * @param answer is only computed if the client needs it; one other than 200 gets no tag
   */
  public <T> MutableHttpResponse<T> answer(
      HttpRequest<?> request,
      OpenGeneration generation,
      GenerationFunction<MutableHttpResponse<T>> answer)
      throws IOException {
    return answer(request, generation, Check.NONE, answer);
  }

  /**
   * Answers from a generation, unless the client has that answer already. A mistake comes before
   * the tag: it is told to those, too, that know the tag.
   *
   * @param check runs where the answer is not computed
   */
  public <T> MutableHttpResponse<T> answer(
      HttpRequest<?> request,
      OpenGeneration generation,
      Check check,
      GenerationFunction<MutableHttpResponse<T>> answer)
      throws IOException {
    String tag = tag(generation);
    if (isKnown(request, tag)) {
      check.accept(generation);
      return HttpResponse.<T>status(HttpStatus.NOT_MODIFIED).header(HttpHeaders.ETAG, tag);
    }
    MutableHttpResponse<T> response = answer.apply(generation);
    return response.status() == HttpStatus.OK ? response.header(HttpHeaders.ETAG, tag) : response;
  }

  private String tag(OpenGeneration generation) {
    String digest = generation.digest();
    return "\"%s/%s\""
        .formatted(digest.substring(0, Math.min(DIGEST_CHARS, digest.length())), version);
  }

  private static boolean isKnown(HttpRequest<?> request, String tag) {
    if (request.getMethod() != HttpMethod.GET && request.getMethod() != HttpMethod.HEAD) {
      return false; // 304 is no answer to a POST (RFC 9110, 13.1.2)
    }
    List<String> headers = request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH);
    return headers.stream()
        .flatMap(header -> Arrays.stream(header.split(",")))
        .map(String::strip)
        .map(known -> known.startsWith("W/") ? known.substring(2) : known)
        .anyMatch(known -> known.equals(tag) || known.equals("*"));
  }
}
