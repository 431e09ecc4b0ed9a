package org.studyatlas.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;

/** Sends pages: each forbids the browser to load or send anything to other hosts. */
final class PageAnswer {

  private static final String NOTHING_FOREIGN =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'";

  private PageAnswer() {}

  static HttpResponse<byte[]> of(Html page) {
    byte[] body = page.markup().getBytes(UTF_8);
    return HttpResponse.ok(body)
        .contentLength(body.length)
        .header(HttpHeaders.CONTENT_TYPE, "text/html; charset=UTF-8")
        .header("Content-Security-Policy", NOTHING_FOREIGN);
  }
}
