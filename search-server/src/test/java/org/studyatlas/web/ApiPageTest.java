package org.studyatlas.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.fixture.StudyFixture.study;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.studyatlas.api.Endpoint;
import org.studyatlas.api.Endpoints;
import org.studyatlas.api.Parameter;
import org.studyatlas.server.TestServer;
import org.studyatlas.testing.PublishedIndex;

class ApiPageTest {

  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

  @TempDir Path folder;

  @Test
  void showsEveryEndpointWithItsParametersAndLinksThatWork() throws IOException {
    new PublishedIndex(folder).publish("2026-08-14-1", study("NCT00000001"));
    try (TestServer server = TestServer.over(folder)) {
      HttpResponse<String> page = server.get("/docs/api", "Accept", "text/html,*/*;q=0.8");
      assertThat(page.statusCode()).isEqualTo(200);
      for (Endpoint endpoint : Endpoints.ALL) {
        String section =
            page.body()
                .split("<code>" + Pattern.quote(endpoint.path()) + "</code></h2>")[1]
                .split("</section>")[0];
        for (Parameter parameter : endpoint.parameters()) {
          assertThat(section)
              .contains("<td><code>" + parameter.name() + "</code></td>")
              .contains(String.join(" ", parameter.allowed()));
        }
      }
      assertThat(links(page.body())).hasSizeGreaterThan(15);
      for (String link : links(page.body())) {
        assertThat(server.get(link).statusCode()).as(link).isEqualTo(200);
      }
      assertThat(server.get("/").body()).contains("href=\"/docs/api\"", "href=\"/openapi.json\"");
    }
  }

  @Test
  void isServedOfflineWithTheHeadersOfThePageForPeople() {
    try (TestServer server = TestServer.over(folder)) {
      HttpResponse<String> page = server.get("/docs/api");
      assertThat(page.body())
          .contains("<h2>GET, POST <code>/search</code></h2>")
          .doesNotContain("{{", "http:", "https:", "<script", "style=");
      for (String header : new String[] {"content-type", "content-security-policy"}) {
        assertThat(page.headers().allValues(header))
            .hasSize(1)
            .isEqualTo(server.get("/").headers().allValues(header));
      }
      assertThat(server.send("HEAD", "/docs/api").headers().firstValue("content-length"))
          .isEqualTo(page.headers().firstValue("content-length"));
    }
  }

  private static Set<String> links(String page) {
    Set<String> links = new LinkedHashSet<>();
    Matcher link = LINK.matcher(page);
    while (link.find()) {
      links.add(link.group(1).replace("&amp;", "&"));
    }
    return links;
  }
}
