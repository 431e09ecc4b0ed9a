package org.studyatlas.render;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.studyatlas.schema.RecordText;

/**
 * Reads the selected part of a record into memory, in one pass that ends where nothing more is
 * wanted.
 */
final class PartReader {

  /** Anything below a value that is wanted as a whole; a node of its own, so that it is no site. */
  private static final SelectionNode BELOW_WHOLE = SelectionNode.whole("");

  private final JsonParser parser;
  private final @Nullable SiteChoice sites;

  private PartReader(JsonParser parser, @Nullable SiteChoice sites) {
    this.parser = parser;
    this.sites = sites;
  }

  /** Reads what is selected. */
  static Part read(byte[] study, SelectionNode root) throws IOException {
    return read(RecordText.of(study), root, null);
  }

  /**
   * Reads what is selected, but only those of the sites.
   *
   * @param sites which sites are kept, or null for all
   */
  static Part read(RecordText study, SelectionNode root, @Nullable SiteChoice sites)
      throws IOException {
    try (JsonParser parser = RecordJson.open(study)) {
      return new PartReader(parser, sites).readObject(root, true);
    }
  }

  /**
   * Reads the object that the parser has just entered.
   *
   * @param last whether nothing behind it is wanted any more: then its end need not be reached
   */
  private Part readObject(SelectionNode node, boolean last) throws IOException {
    Part part = new Part();
    int remaining = node.size();
    while (!(last && remaining == 0) && parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      SelectionNode member = node.isWhole() ? BELOW_WHOLE : node.member(name);
      parser.nextToken();
      if (member == null || part.has(name)) {
        parser.skipChildren();
        continue;
      }
      remaining--;
      Object value = readValue(member, last && remaining == 0);
      if (value != null) {
        part.put(name, value);
      }
    }
    return part;
  }

  private @Nullable Object readValue(SelectionNode node, boolean last) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return readObject(node, last && !node.isWhole());
    }
    if (token == JsonToken.START_ARRAY) {
      return readArray(node, last);
    }
    return node.isWhole() && token != JsonToken.VALUE_NULL ? parser.getText() : null;
  }

  private List<Object> readArray(SelectionNode node, boolean last) throws IOException {
    SiteChoice choice = sites != null && node == sites.node() ? sites : null;
    List<Object> values = new ArrayList<>();
    int ordinal = 0;
    while (!(last && choice != null && choice.isBeyond(ordinal))
        && parser.nextToken() != JsonToken.END_ARRAY) {
      if (choice == null || choice.contains(ordinal)) {
        Object value = readValue(node, false);
        if (value != null) {
          values.add(value);
        }
      } else {
        parser.skipChildren();
      }
      ordinal++;
    }
    return values;
  }
}
