package org.studyatlas.query;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.studyatlas.geo.Distance;

/**
 * How relevance falls with the distance to the closest site.
 *
 * <p>The factor is 1 up to {@code offset} and {@code decay} at {@code offset + scale}; the shape
 * between and beyond is the function's.
 *
 * @param function the shape
 * @param scale distance beyond the offset at which the factor is {@code decay}, above 0
 * @param offset distance up to which nothing is lost
 * @param decay above 0, below 1
 */
public record GeoDecay(Function function, Distance scale, Distance offset, double decay) {

  /** The shape of the curve. */
  public enum Function {
    /** A bell. */
    GAUSS,
    /** Falls by the same share for the same distance. */
    EXP,
    /** A straight line down to 0. */
    LINEAR
  }

  /** The registry's default: {@code func:exp,scale:300mi,offset:0mi,decay:0.5}. */
  public static final GeoDecay DEFAULT =
      new GeoDecay(Function.EXP, new Distance(482_803.2), new Distance(0), 0.5);

  private static final String PARAMETER = "geoDecay";
  private static final String LENGTH = "(\\d{1,12}(?:\\.\\d{1,30})?(?:km|mi))";

  /** The pattern of the registry's OpenAPI file, with bounded numbers of digits. */
  private static final Pattern FORM =
      Pattern.compile(
          "func:(gauss|exp|linear),scale:"
              + LENGTH
              + ",offset:"
              + LENGTH
              + ",decay:(\\d{1,12}(?:\\.\\d{1,30})?)");

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if scale is 0 or decay not between 0 and 1
   */
  public GeoDecay {
    if (!(scale.meters() > 0)) {
      throw new IllegalArgumentException("scale must be above 0, got " + scale);
    }
    if (!(decay > 0 && decay < 1)) {
      throw new IllegalArgumentException("decay must be between 0 and 1, got " + decay);
    }
  }

  /**
   * Reads the registry's parameter {@code geoDecay}.
   *
   * @throws ParameterException if the text has another form than {@link #DEFAULT}'s, or numbers
   *     that make no curve
   */
  public static GeoDecay parse(String text) throws ParameterException {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw ParameterException.badFormat(PARAMETER);
    }
    Function function = Function.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
    Distance scale = distance(matcher.group(2));
    double decay = Double.parseDouble(matcher.group(4));
    if (scale.meters() == 0 || decay <= 0 || decay >= 1) {
      throw ParameterException.badFormat(PARAMETER);
    }
    return new GeoDecay(function, scale, distance(matcher.group(3)), decay);
  }

  private static Distance distance(String text) throws ParameterException {
    return Distance.find(text).orElseThrow(() -> ParameterException.badFormat(PARAMETER));
  }

  /** The factor, 0 to 1, for a study whose closest site is that many metres away. */
  public double factor(double meters) {
    double beyond = Math.max(0, meters - offset.meters()) / scale.meters();
    return switch (function) {
      case GAUSS -> Math.pow(decay, beyond * beyond);
      case EXP -> Math.pow(decay, beyond);
      case LINEAR -> Math.max(0, 1 - beyond * (1 - decay));
    };
  }
}
