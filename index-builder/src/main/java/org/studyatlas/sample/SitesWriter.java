package org.studyatlas.sample;

import org.jspecify.annotations.Nullable;

/** Writes the sites of a study ({@code locations}). */
final class SitesWriter {

  private static final String CURLY_COUNTRY = "Côte d’Ivoire";
  private static final String BLANK_COUNTRY = "Bonaire, Saint Eustatius and Saba ";

  private final People people;
  private final Cities cities;
  private final Weighted<String> statuses;
  private final Weighted<String> roles;
  private final Weighted<String> anonymousNames;
  private final Quantiles contactCount;
  private final int internationalFrom;
  private final double international;
  private final double anonymous;
  private final double atHome;
  private final double hasFacility;
  private final double hasGeoPoint;
  private final double hasZip;
  private final double statusWhenUnknown;
  private final double contacts;
  private final double hasContactDetails;
  private final double hasExtension;

  /** Writes from that world. */
  SitesWriter(World world) {
    RegistryFacts facts = world.facts();
    people = world.people();
    cities = world.cities();
    statuses = facts.choice("site.status");
    roles = facts.choice("site.contactRole");
    anonymousNames = facts.choice("site.anonymousName");
    contactCount = facts.quantiles("site.contactCount");
    internationalFrom = (int) facts.number("sites.internationalFrom");
    international = facts.share("sites.international");
    anonymous = facts.share("sites.anonymous");
    atHome = facts.share("sites.atHome");
    hasFacility = facts.share("site.facility");
    hasGeoPoint = facts.share("site.geoPoint");
    hasZip = facts.share("site.zip");
    statusWhenUnknown = facts.share("site.statusWhenUnknown");
    contacts = facts.share("site.contacts");
    hasContactDetails = facts.share("site.contactDetails");
    hasExtension = facts.share("site.contactPhoneExt");
  }

  /** How the sites of one study are. */
  private record Network(
      @Nullable Weighted<City> country, String facility, boolean status, double contacts) {}

  /** Whether an oddity asks for a site even where the plan has none. */
  boolean needed(StudyPlan plan) {
    return plan.has(Oddity.CURLY_APOSTROPHE) || plan.has(Oddity.TRAILING_BLANK);
  }

  /** Writes the array. */
  void write(Draft draft) {
    StudyPlan plan = draft.plan();
    Network network = network(plan, draft.dice());
    StudyJson json = draft.json().array("locations");
    for (int i = 0; i < plan.siteCount(); i++) {
      site(i, network, draft);
    }
    if (plan.has(Oddity.CURLY_APOSTROPHE)) {
      odd(CURLY_COUNTRY, network, draft);
    }
    if (plan.has(Oddity.TRAILING_BLANK)) {
      odd(BLANK_COUNTRY, network, draft);
    }
    json.end();
  }

  private Network network(StudyPlan plan, Dice dice) {
    boolean manyCountries = plan.siteCount() >= internationalFrom && dice.chance(international);
    City home = plan.sponsor().findHome().orElseGet(() -> cities.draw(dice));
    String facility = "";
    if (plan.sponsor().industry() && dice.chance(anonymous)) {
      facility = anonymousNames.draw(dice).replace("{sponsor}", plan.sponsor().name());
    }
    boolean unknown = plan.status() == StudyStatus.UNKNOWN && dice.chance(statusWhenUnknown);
    boolean recruiting = plan.status() == StudyStatus.RECRUITING;
    boolean contactable = recruiting || unknown || plan.status() == StudyStatus.NOT_YET_RECRUITING;
    return new Network(
        manyCountries ? null : cities.inCountry(home.country()),
        facility,
        recruiting || unknown,
        contactable ? contacts : 0);
  }

  private void site(int number, Network network, Draft draft) {
    Dice dice = draft.dice();
    Sponsor sponsor = draft.plan().sponsor();
    City home = sponsor.findHome().orElse(null);
    if (number == 0 && home != null && dice.chance(atHome)) {
      site(home, sponsor.name(), network, draft);
      return;
    }
    Weighted<City> country = network.country();
    City city = country == null ? cities.draw(dice) : country.draw(dice);
    String facility =
        network.facility().isEmpty() ? city.facilities().draw(dice) : network.facility();
    site(city, facility, network, draft);
  }

  private void odd(String country, Network network, Draft draft) {
    City city = cities.inCountry(country).draw(draft.dice());
    site(city, city.facilities().draw(draft.dice()), network, draft);
  }

  private void site(City city, String facility, Network network, Draft draft) {
    Dice dice = draft.dice();
    StudyJson json = draft.json().object();
    json.text("facility", dice.chance(hasFacility) ? facility : "");
    json.text("status", network.status() ? status(draft) : "");
    json.text("city", city.name()).text("state", city.state());
    json.text("zip", dice.chance(hasZip) ? city.drawZip(dice) : "");
    json.text("country", city.country());
    if (dice.chance(network.contacts())) {
      contacts(draft);
    }
    if (dice.chance(hasGeoPoint)) {
      json.object("geoPoint").decimal("lat", city.lat()).decimal("lon", city.lon()).end();
    }
    json.end();
  }

  private String status(Draft draft) {
    return statuses.draw(draft.dice());
  }

  private void contacts(Draft draft) {
    Dice dice = draft.dice();
    StudyJson json = draft.json().array("contacts");
    int count = contactCount.draw(dice);
    for (int i = 0; i < count; i++) {
      String role = roles.draw(dice);
      json.object().text("name", people.fullName(dice)).text("role", role);
      if (role.equals("CONTACT") && dice.chance(hasContactDetails)) {
        json.text("phone", people.phone(dice));
        json.text("phoneExt", dice.chance(hasExtension) ? people.phoneExtension(dice) : "");
        json.text("email", people.email(dice));
      }
      json.end();
    }
    json.end();
  }
}
