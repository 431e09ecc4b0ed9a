/**
 * The query language as data: what is asked for, without any engine.
 *
 * <p>Start reading at {@link org.studyatlas.query.Expr}, which studies match, and {@link
 * org.studyatlas.query.SearchRequest}, a whole search. {@link org.studyatlas.query.EssieParser}
 * reads the registry's language Essie, {@link org.studyatlas.query.ExprPrinter} writes it. The
 * registry's other parameters have small readers of their own: {@link
 * org.studyatlas.query.FilterParameters}, {@link org.studyatlas.query.AggFilters}, {@link
 * org.studyatlas.query.SortParameter}, {@link org.studyatlas.query.GeoDecay}, {@link
 * org.studyatlas.query.PageSize}, {@link org.studyatlas.query.IdList}.
 *
 * <p>Pure: values in, values out. How a condition becomes a query of the engine belongs to {@code
 * search}, HTTP to {@code http}.
 *
 * <h2>Grammar</h2>
 *
 * <pre>{@code
 * query     = or ;
 * or        = and , { "OR" , and } ;                        lowest precedence
 * and       = { "," } , operand , { { "," | "AND" } , operand } , { "," } ;
 * operand   = { prefix } , source ;                         prefixes apply from right to left
 * prefix    = "NOT"
 *           | "AREA"      "[" name [ ":size" ] "]"
 *           | "SEARCH"    "[" ( "Study" | "Location" ) "]"
 *           | "COVERAGE"  "[" ( "Contains" | "FullMatch" | "StartsWith" | "EndsWith" ) "]"
 *           | "EXPANSION" "[" ( "None" | "Term" | "Concept" | "Relaxation" | "Lossy" ) "]"
 *           | "TILT"      "[" name "]" ;
 * source    = word , { word }                               one term of several words
 *           | '"' phrase '"'
 *           | "RANGE"     "[" ( "MIN" | value ) "," ( "MAX" | value ) "]"
 *           | "DISTANCE"  "[" latitude "," longitude "," number ( "mi" | "km" ) "]"
 *           | "MISSING"
 *           | "ALL"
 *           | "(" or ")" ;
 * name      = search area | piece name | alternative piece name | dotted path ;   exact case
 * }</pre>
 *
 * <p>{@code COVER} is another name of {@code COVERAGE}. Operators are upper case only; {@code and}
 * is a word. {@code [} follows its operator without a blank; blanks inside the brackets and behind
 * them do no harm.
 *
 * <h2>Precedence</h2>
 *
 * <p>From high to low: sources; prefixes; AND, the comma and mere juxtaposition; OR. {@code pain
 * NOT cancer} is {@code pain AND NOT cancer}. Words side by side are one term, {@code breast
 * cancer}; everything else side by side is ANDed, {@code breast "lymph node"}. Stray commas, which
 * names of companies bring along, separate nothing and do no harm; an AND or OR without operand is
 * a fault.
 *
 * <p>AREA, COVERAGE and EXPANSION reach over everything behind them up to the end of the operand,
 * so also into parentheses, until one of the same name sets something else: {@code
 * AREA[Phase](PHASE2 OR PHASE3)}.
 *
 * <h2>Escapes</h2>
 *
 * <p>A backslash makes the next character an ordinary one: {@code \(}, {@code \"}, {@code \\}; a
 * word with a backslash anywhere in it is no operator: {@code \AND}. Within quotes only {@code \"}
 * and {@code \\} need one. Superfluous backslashes vanish. Blanks cannot be escaped; runs of them,
 * and of control characters, count as one.
 *
 * <h2>Meaning of a term</h2>
 *
 * <p>On a search area or a field of text a term is {@link org.studyatlas.query.Expr.Words}. A
 * phrase keeps its words together, and so does a coverage other than Contains: Relaxation and Lossy
 * then mean Concept. On a field of another kind a term is an exact condition, and a value of
 * another form is a fault:
 *
 * <ul>
 *   <li>enumerations: the constant in any case, or its label ({@code Phase 2}). {@code ALL} is
 *       always the operator: the sex is {@code AREA[Sex]"ALL"}, as in the registry
 *   <li>dates: {@code yyyy}, {@code yyyy-MM}, {@code yyyy-MM-dd}, {@code MM/dd/yyyy}. A partial
 *       date means its whole period; as lower bound its first day, as upper bound its last day.
 *       {@code LargeDocUploadDate} has a time of day: there also {@code yyyy-MM-dd'T'HH:mm}
 *   <li>ages: a number and a unit, {@code 16 years}, {@code 18d}, {@code 64y}; see {@link
 *       org.studyatlas.study.Age}
 *   <li>whole numbers: a decimal number; as lower bound rounded up, as upper bound down
 *   <li>booleans {@code true}, {@code false}; NCT ids in the registry's forms; country codes as
 *       they are
 *   <li>{@code :size}: the number of values of a list
 * </ul>
 *
 * <p>DISTANCE takes 1 to 500 miles or 1 to 805 kilometres.
 *
 * <h2>Normal form of an {@code Expr}</h2>
 *
 * <p>No AND directly in an AND, no OR in an OR; ids that are alternatives on the same target are
 * one {@link org.studyatlas.query.Expr.IdIs}; every condition names its target. For each expression
 * that the parser can make, {@code parse(print(e)).equals(e)}.
 *
 * <h2>Limits</h2>
 *
 * <p>{@link org.studyatlas.query.EssieParser#MAX_LENGTH} characters, {@link
 * org.studyatlas.query.EssieParser#MAX_WORD_LENGTH} of them in words, {@link
 * org.studyatlas.query.EssieParser#MAX_TERMS} words and conditions, {@link
 * org.studyatlas.query.EssieParser#MAX_DEPTH} levels. Printing lengthens a text only by what those
 * bound, so that a normal form keeps them too.
 *
 * <h2>Messages</h2>
 *
 * <p>Clients take the registry's messages apart, so those that are known are kept word by word:
 * {@code mismatched input '[' expecting {…}}, {@code no viable alternative at input '…'}, {@code
 * missing ')' at '<EOF>'}, {@code token recognition error at: '…'}, {@code Unknown area name: `X`},
 * {@code Allowed values for enum field `path` are `A`, `B`}, {@code Invalid coverage: X}. Of
 * several faults the first in the text is told.
 */
@NullMarked
package org.studyatlas.query;

import org.jspecify.annotations.NullMarked;
