package org.studyatlas.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.schema.RecordText;

class StudyProfileReaderTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void readsSummaryAndChosenSites() throws IOException {
    StudyProfile profile = StudyProfileReader.read(RecordText.of(fullStudy()), List.of(2, 0, 7));
    assertThat(profile.summary())
        .isEqualTo(
            new StudySummary(
                "NCT00000001",
                "A Study",
                "RECRUITING",
                List.of("PHASE1", "PHASE2"),
                "INTERVENTIONAL",
                List.of("Asthma"),
                List.of("DRUG: Aspirin"),
                new StudySummary.Sponsor("S", "NIH"),
                120L,
                "2024-01",
                "2025-02-03"));
    assertThat(profile.sites())
        .containsExactly(
            new StudySite(
                0,
                "F",
                "Lyon",
                "R",
                "69000",
                "France",
                "RECRUITING",
                List.of(new StudySite.Contact("N", "CONTACT", "1", "2", "n@example.org")),
                45.75,
                4.85),
            new StudySite(2, null, "Bonn", null, null, null, null, List.of(), null, null));
  }

  @Test
  void studyWithoutAnythingHasAnEmptyProfile() throws IOException {
    assertThat(StudyProfileReader.read(RecordText.of("{}".getBytes(UTF_8)), List.of(0)))
        .isEqualTo(
            new StudyProfile(
                new StudySummary(
                    null, null, null, List.of(), null, List.of(), List.of(), null, null, null,
                    null),
                List.of()));
  }

  @ParameterizedTest
  @CsvSource({"99999999,", "0,0", "188814085,188814085", "many,"})
  void enrollmentOf99999999IsUnknown(String count, @Nullable Long expected) throws IOException {
    byte[] study =
        StudyFixture.empty()
            .with("protocolSection.designModule.enrollmentInfo.count", count)
            .json();
    assertThat(StudyProfileReader.read(RecordText.of(study), List.of()).summary().enrollment())
        .isEqualTo(expected);
  }

  @Test
  void stopsReadingBehindTheLastWantedSite() throws IOException {
    String study =
        "{\"protocolSection\":{\"contactsLocationsModule\":{\"locations\":"
            + "[{\"city\":\"A\"},{\"city\":\"B\"} this is no JSON";
    assertThat(StudyProfileReader.sites(RecordText.of(study.getBytes(UTF_8)), List.of(1)))
        .extracting(StudySite::city)
        .containsExactly("B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "{\"protocolSection\":{\"contactsLocationsModule\":"})
  void recordThatIsNoStudyIsAnError(String study) {
    assertThatThrownBy(() -> StudyProfileReader.allSites(study.getBytes(UTF_8)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void readsTheSitesThatTreesRead() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    RealStudies.forEach(
        study -> {
          JsonNode sites =
              JSON.readTree(study).at("/protocolSection/contactsLocationsModule/locations");
          TreeSet<Integer> ordinals = new TreeSet<>();
          random.ints(random.nextInt(4), 0, sites.size() + 2).forEach(ordinals::add);
          List<String> expected = new ArrayList<>();
          ordinals.stream()
              .filter(ordinal -> ordinal < sites.size())
              .forEach(ordinal -> expected.add(described(ordinal, sites.get(ordinal))));
          assertThat(StudyProfileReader.sites(RecordText.of(study), ordinals))
              .as("seed %d, sites %s", seed, ordinals)
              .map(StudyProfileReaderTest::described)
              .isEqualTo(expected);
          assertThat(StudyProfileReader.read(RecordText.of(study), ordinals).sites())
              .isEqualTo(StudyProfileReader.sites(RecordText.of(study), ordinals));
          assertThat(StudyProfileReader.allSites(study)).hasSize(sites.size());
        });
  }

  private static String described(StudySite site) {
    return site.ordinal()
        + "|"
        + site.facility()
        + "|"
        + site.city()
        + "|"
        + site.state()
        + "|"
        + site.zip()
        + "|"
        + site.country()
        + "|"
        + site.status()
        + "|"
        + site.contacts().stream().map(StudySite.Contact::name).filter(Objects::nonNull).toList()
        + "|"
        + site.lat();
  }

  private static String described(int ordinal, JsonNode site) {
    StringBuilder text = new StringBuilder().append(ordinal);
    for (String name : List.of("facility", "city", "state", "zip", "country", "status")) {
      text.append('|').append(site.has(name) ? site.get(name).asText() : null);
    }
    JsonNode lat = site.at("/geoPoint/lat");
    return text.append('|')
        .append(site.findValuesAsText("name"))
        .append('|')
        .append(lat.isMissingNode() ? null : lat.doubleValue())
        .toString();
  }

  private static byte[] fullStudy() {
    return StudyFixture.study("NCT00000001")
        .conditions("Asthma")
        .with("protocolSection.designModule.phases", List.of("PHASE1", "PHASE2"))
        .with("protocolSection.designModule.enrollmentInfo.count", 120)
        .with("protocolSection.statusModule.startDateStruct.date", "2024-01")
        .with("protocolSection.statusModule.completionDateStruct.date", "2025-02-03")
        .with("protocolSection.sponsorCollaboratorsModule.leadSponsor.name", "S")
        .with("protocolSection.sponsorCollaboratorsModule.leadSponsor.class", "NIH")
        .with(
            "protocolSection.armsInterventionsModule.interventions",
            List.of(Map.of("type", "DRUG", "name", "Aspirin")))
        .site(
            Map.of(
                "facility", "F",
                "city", "Lyon",
                "state", "R",
                "zip", "69000",
                "country", "France",
                "status", "RECRUITING",
                "lat", 45.75,
                "lon", 4.85,
                "contacts",
                    List.of(
                        Map.of(
                            "name", "N",
                            "role", "CONTACT",
                            "phone", "1",
                            "phoneExt", "2",
                            "email", "n@example.org"))))
        .site("Rome", "Italy", "COMPLETED", 41.9, 12.5)
        .site(Map.of("city", "Bonn"))
        .json();
  }
}
