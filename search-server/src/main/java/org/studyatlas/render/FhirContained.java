package org.studyatlas.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The resources that a study's own one contains, since the registry has no addresses for them:
 * sponsor, principal investigator, participants, sites. Each is there only if the study tells
 * something about it.
 */
final class FhirContained {

  static final String SPONSOR = "sponsor";
  static final String INVESTIGATOR = "investigator";
  static final String PARTICIPANTS = "participants";

  /** A resource and the name by which it is referenced. */
  record Resource(String type, String id, FhirJson.Members members) {}

  /** What the group of participants has in common. */
  private record Characteristic(String name, String value) {}

  private final Part protocol;
  private final List<StudySite> sites;
  private final FhirJson json;
  private final List<Resource> resources = new ArrayList<>();

  FhirContained(Part protocol, List<StudySite> sites, FhirJson json) {
    this.protocol = protocol;
    this.sites = sites;
    this.json = json;
    addSponsor();
    addInvestigator();
    addParticipants();
    sites.forEach(this::addSite);
  }

  static String siteId(StudySite site) {
    return "site-" + (site.ordinal() + 1);
  }

  boolean has(String id) {
    return resources.stream().anyMatch(resource -> resource.id().equals(id));
  }

  void write() throws IOException {
    json.array(
        "contained",
        resources,
        resource ->
            json.object(
                () -> {
                  json.text("resourceType", resource.type());
                  json.text("id", resource.id());
                  resource.members().write();
                }));
  }

  private void addSponsor() {
    String name = protocol.part("sponsorCollaboratorsModule.leadSponsor").text("name");
    if (!name.isBlank()) {
      resources.add(new Resource("Organization", SPONSOR, () -> json.text("name", name)));
    }
  }

  private void addInvestigator() {
    protocol.part("contactsLocationsModule").parts("overallOfficials").stream()
        .filter(official -> official.text("role").equals("PRINCIPAL_INVESTIGATOR"))
        .map(official -> official.text("name"))
        .filter(name -> !name.isBlank())
        .findFirst()
        .ifPresent(
            name ->
                resources.add(
                    new Resource(
                        "Practitioner",
                        INVESTIGATOR,
                        () ->
                            json.array(
                                "name",
                                List.of(name),
                                text -> json.object(() -> json.text("text", text))))));
  }

  private void addParticipants() {
    Optional<Integer> quantity =
        StudySummary.findEnrollment(protocol.part("designModule"))
            .filter(count -> count <= Integer.MAX_VALUE)
            .map(Long::intValue);
    List<Characteristic> characteristics = characteristics(protocol.part("eligibilityModule"));
    if (quantity.isEmpty() && characteristics.isEmpty()) {
      return;
    }
    resources.add(
        new Resource(
            "Group",
            PARTICIPANTS,
            () -> {
              json.text("type", "person");
              json.flag("actual", false);
              if (quantity.isPresent()) {
                json.number("quantity", quantity.get());
              }
              json.array("characteristic", characteristics, this::writeCharacteristic);
            }));
  }

  private static List<Characteristic> characteristics(Part eligibility) {
    return Stream.of(
            new Characteristic("Sex", FhirConcept.label("Sex", eligibility.text("sex"))),
            new Characteristic("Minimum age", eligibility.text("minimumAge")),
            new Characteristic("Maximum age", eligibility.text("maximumAge")),
            new Characteristic("Eligibility criteria", eligibility.text("eligibilityCriteria")))
        .filter(characteristic -> !characteristic.value().isBlank())
        .toList();
  }

  private void writeCharacteristic(Characteristic characteristic) throws IOException {
    json.object(
        () -> {
          json.concept("code", FhirConcept.of(characteristic.name()));
          json.concept("valueCodeableConcept", FhirConcept.of(characteristic.value()));
          json.flag("exclude", false);
        });
  }

  private void addSite(StudySite site) {
    resources.add(new Resource("Location", siteId(site), () -> writeSite(site)));
  }

  private void writeSite(StudySite site) throws IOException {
    json.text("name", orEmpty(site.facility()));
    json.text("description", FhirConcept.label("RecruitmentStatus", orEmpty(site.status())));
    json.array(
        "telecom",
        FhirTelecom.of(site.contacts()),
        telecom -> json.object(() -> telecom.write(json)));
    writeAddress(site);
    Double lat = site.lat();
    Double lon = site.lon();
    if (lat != null && lon != null) {
      json.object(
          "position",
          () -> {
            json.number("longitude", lon);
            json.number("latitude", lat);
          });
    }
  }

  private void writeAddress(StudySite site) throws IOException {
    String city = orEmpty(site.city());
    String state = orEmpty(site.state());
    String zip = orEmpty(site.zip());
    String country = orEmpty(site.country());
    if ((city + state + zip + country).isBlank()) {
      return;
    }
    json.object(
        "address",
        () -> {
          json.text("city", city);
          json.text("state", state);
          json.text("postalCode", zip);
          json.text("country", country);
        });
  }

  List<StudySite> sites() {
    return sites;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
