package org.studyatlas.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldKind;

/** The registry's parameter {@code sort}. */
public final class SortParameter {

  private static final String NAME = "sort";
  private static final int MAX_ITEMS = 2;
  private static final String RELEVANCE = "@relevance";

  /** The pattern of the registry's OpenAPI file. */
  private static final Pattern ITEM =
      Pattern.compile("([a-zA-Z][a-zA-Z0-9\\-. ]*|@relevance)(?::(asc|desc))?");

  private SortParameter() {}

  /**
   * Reads up to two items such as {@code EnrollmentCount:desc}, {@code LastUpdatePostDate} or
   * {@code @relevance}. Without a direction, dates and relevance are descending, numbers ascending.
   * A blank text asks for no order.
   *
   * @throws ParameterException if there are more items, or one has another form or is no field of
   *     dates or numbers
   */
  public static List<Sort> parse(String text) throws ParameterException {
    List<String> items = ListParameter.items(text);
    if (items.size() > MAX_ITEMS) {
      throw new ParameterException(
          NAME, "Parameter `sort` must contain no more than " + MAX_ITEMS + " items");
    }
    List<Sort> sort = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Matcher matcher = ITEM.matcher(items.get(i));
      if (!matcher.matches()) {
        throw ParameterException.badItem(NAME, i);
      }
      sort.add(criterion(matcher.group(1), matcher.group(2)));
    }
    return List.copyOf(sort);
  }

  private static Sort criterion(String name, @Nullable String direction) throws ParameterException {
    if (name.equals(RELEVANCE)) {
      return new Sort.ByRelevance(!"asc".equals(direction));
    }
    Optional<Field> found = TargetNames.findField(name);
    if (found.isEmpty()) {
      throw new ParameterException(NAME, "Unknown sort field: " + SyntaxErrors.shortened(name));
    }
    Field field = found.get();
    if (!field.sortable()) {
      throw new ParameterException(NAME, "Unsupported sort field type: " + field.type());
    }
    boolean descending =
        direction == null ? field.kind() == FieldKind.DATE : direction.equals("desc");
    return new Sort.ByField(field, descending);
  }
}
