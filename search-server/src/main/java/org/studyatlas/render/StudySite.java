package org.studyatlas.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site of a study: a place where it is carried out, the registry's Location. What the record does
 * not have is null.
 *
 * @param ordinal place in the study's list of sites, from 0
 * @param status recruitment status of this site, a constant of RecruitmentStatus; most sites have
 *     none
 * @param zip postal code
 * @param lat latitude in degrees of the city's centre, present together with the longitude
 * @param lon longitude in degrees
 */
public record StudySite(
    int ordinal,
    @Nullable String facility,
    @Nullable String city,
    @Nullable String state,
    @Nullable String zip,
    @Nullable String country,
    @Nullable String status,
    List<Contact> contacts,
    @Nullable Double lat,
    @Nullable Double lon) {

  /**
   * Someone to ask at a site.
   *
   * @param role a constant of ContactRole, e.g. {@code PRINCIPAL_INVESTIGATOR}
   */
  public record Contact(
      @Nullable String name,
      @Nullable String role,
      @Nullable String phone,
      @Nullable String phoneExt,
      @Nullable String email) {

    /** The phone number with its extension; null if there is no number. */
    @Nullable String fullPhone() {
      return phone == null || phoneExt == null ? phone : phone + " ext. " + phoneExt;
    }

    static Contact of(Part contact) {
      return new Contact(
          contact.findText("name"),
          contact.findText("role"),
          contact.findText("phone"),
          contact.findText("phoneExt"),
          contact.findText("email"));
    }
  }

  /** Copies the list. */
  public StudySite {
    contacts = List.copyOf(contacts);
  }

  static StudySite of(int ordinal, Part site) {
    Part point = site.part("geoPoint");
    Double lat = number(point.text("lat"));
    Double lon = number(point.text("lon"));
    boolean placed = lat != null && lon != null;
    return new StudySite(
        ordinal,
        site.findText("facility"),
        site.findText("city"),
        site.findText("state"),
        site.findText("zip"),
        site.findText("country"),
        site.findText("status"),
        site.parts("contacts").stream().map(Contact::of).toList(),
        placed ? lat : null,
        placed ? lon : null);
  }

  private static @Nullable Double number(String text) {
    try {
      return text.isEmpty() ? null : Double.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
