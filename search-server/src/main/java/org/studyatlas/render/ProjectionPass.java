package org.studyatlas.render;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.studyatlas.schema.RecordText;

/**
 * One pass over one record. Two trees are walked beside the JSON: what is selected, and which of it
 * is markup to be rewritten (null where there is none below).
 */
final class ProjectionPass {

  private final RecordText study;
  private final JsonParser parser;
  private final OutputStream out;

  ProjectionPass(RecordText study, JsonParser parser, OutputStream out) {
    this.study = study;
    this.parser = parser;
    this.out = out;
  }

  /** Writes the record, at whose opening brace the parser stands. */
  void write(SelectionNode root, @Nullable SelectionNode markup) throws IOException {
    writeValue(root, markup, true);
  }

  /**
   * Writes the value at which the parser stands.
   *
   * @param last whether nothing behind this value is wanted any more: then its end need not be
   *     reached
   */
  private void writeValue(SelectionNode node, @Nullable SelectionNode markup, boolean last)
      throws IOException {
    if (node.isWhole()) {
      int start = RecordJson.tokenStart(parser);
      int pending = markup == null ? start : rewriteMarkup(markup, start);
      copy(pending, RecordJson.skipToEnd(parser));
    } else if (parser.currentToken() == JsonToken.START_OBJECT) {
      writeObject(node, markup, last);
    } else {
      writeArray(node, markup);
    }
  }

  private void writeObject(SelectionNode node, @Nullable SelectionNode markup, boolean last)
      throws IOException {
    int remaining = node.size();
    byte separator = '{';
    while (!(last && remaining == 0) && parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      SelectionNode member = node.member(name);
      JsonToken token = parser.nextToken();
      if (member == null || !canHold(token, member)) {
        parser.skipChildren();
        continue;
      }
      remaining--;
      out.write(separator);
      out.write(member.key());
      writeValue(member, memberOf(markup, name), last && remaining == 0);
      separator = ',';
    }
    if (separator == '{') {
      out.write('{');
    }
    out.write('}');
  }

  private void writeArray(SelectionNode node, @Nullable SelectionNode markup) throws IOException {
    out.write('[');
    boolean first = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (!canHold(parser.currentToken(), node)) {
        continue;
      }
      if (!first) {
        out.write(',');
      }
      writeValue(node, markup, false);
      first = false;
    }
    out.write(']');
  }

  /** A scalar where the model has a struct holds nothing of what is wanted. */
  private static boolean canHold(JsonToken token, SelectionNode node) {
    return node.isWhole() || token.isStructStart();
  }

  /**
   * Copies the current value up to the end of its last markup, rewriting each; the parser comes to
   * stand at the value's last token.
   *
   * @param pending offset up to which the record is written
   * @return the new such offset
   */
  private int rewriteMarkup(SelectionNode markup, int pending) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return rewriteMembers(markup, pending);
    }
    if (token == JsonToken.START_ARRAY) {
      return rewriteElements(markup, pending);
    }
    return token == JsonToken.VALUE_STRING && markup.isWhole() ? rewriteText(pending) : pending;
  }

  private int rewriteElements(SelectionNode markup, int pending) throws IOException {
    int at = pending;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      at = rewriteMarkup(markup, at);
    }
    return at;
  }

  private int rewriteMembers(SelectionNode markup, int pending) throws IOException {
    int at = pending;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      SelectionNode member = markup.member(parser.currentName());
      parser.nextToken();
      if (member == null) {
        parser.skipChildren();
      } else {
        at = rewriteMarkup(member, at);
      }
    }
    return at;
  }

  private int rewriteText(int pending) throws IOException {
    copy(pending, RecordJson.tokenStart(parser));
    String text = LegacyMarkup.of(parser.getText());
    out.write('"');
    out.write(JsonStringEncoder.getInstance().quoteAsUTF8(text));
    out.write('"');
    return RecordJson.skipToEnd(parser);
  }

  private void copy(int from, int to) throws IOException {
    RecordJson.writeMinified(study.bytes(), from, to, out);
  }

  private static @Nullable SelectionNode memberOf(@Nullable SelectionNode node, String name) {
    return node == null ? null : node.member(name);
  }
}
