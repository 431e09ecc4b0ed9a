package org.studyatlas.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.studyatlas.fields.EnumType;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.study.Age;
import org.studyatlas.study.NctId;
import org.studyatlas.study.PartialDate;

/** Reads the values that fields of other kinds than text are compared with. */
final class ValueReader {

  /** Bounded, so that no text makes a number that is costly to compute with. */
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,18})?");

  private ValueReader() {}

  static PartialDate date(String text, Spot spot) throws ParseException {
    return required(
        PartialDate.find(text),
        text,
        "date",
        "write yyyy, yyyy-MM, yyyy-MM-dd or MM/dd/yyyy",
        spot);
  }

  static LocalDateTime minute(String text, Spot spot) throws ParseException {
    return required(
        PartialDate.findMinute(text), text, "date", "write yyyy-MM-dd'T'HH:mm for a minute", spot);
  }

  static Age age(String text, Spot spot) throws ParseException {
    return required(
        AgeText.find(text), text, "age", "write a number and a unit, such as 16 years", spot);
  }

  static NctId id(String text, Spot spot) throws ParseException {
    return required(NctId.find(text), text, "NCT number", "write it like NCT03881111", spot);
  }

  /** The greatest whole number that is not above the text's. */
  static long floor(String text, Spot spot) throws ParseException {
    return number(text, spot).setScale(0, RoundingMode.FLOOR).longValueExact();
  }

  /** The least whole number that is not below the text's. */
  static long ceiling(String text, Spot spot) throws ParseException {
    return number(text, spot).setScale(0, RoundingMode.CEILING).longValueExact();
  }

  private static BigDecimal number(String text, Spot spot) throws ParseException {
    Optional<BigDecimal> number =
        NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    return required(number, text, "number", "write a decimal number", spot);
  }

  static boolean bool(String text, Spot spot) throws ParseException {
    Optional<Boolean> value =
        text.equalsIgnoreCase("true")
            ? Optional.of(true)
            : text.equalsIgnoreCase("false") ? Optional.of(false) : Optional.empty();
    return required(value, text, "boolean", "write true or false", spot);
  }

  /** The constant in the registry's spelling, from any case, or from its label. */
  static String constant(Field field, String text, Spot spot) throws ParseException {
    EnumType type = FieldCatalogue.standard().getEnum(field.findEnumType().orElseThrow());
    Optional<String> constant = type.hasConstant(text) ? Optional.of(text) : type.find(text);
    if (constant.isEmpty()) {
      String allowed = String.join("`, `", type.constants());
      throw spot.fault(
          "Allowed values for enum field `" + field.path() + "` are `" + allowed + "`");
    }
    return constant.get();
  }

  private static <T> T required(Optional<T> value, String text, String what, String hint, Spot spot)
      throws ParseException {
    if (value.isEmpty()) {
      throw spot.fault("Invalid " + what + ": " + SyntaxErrors.shortened(text), hint);
    }
    return value.get();
  }
}
