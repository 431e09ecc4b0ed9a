package org.studyatlas.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.studyatlas.study.NctId;

/** The normal form of operand lists: no AND directly in an AND, no OR directly in an OR. */
final class Operands {

  private Operands() {}

  static List<Expr> inAnd(List<Expr> operands) {
    List<Expr> flat = new ArrayList<>();
    for (Expr operand : operands) {
      if (operand instanceof Expr.And and) {
        flat.addAll(and.operands());
      } else {
        flat.add(operand);
      }
    }
    return flat;
  }

  /** Flattens; ids of the same target move into the first {@link Expr.IdIs} with that target. */
  static List<Expr> inOr(List<Expr> operands) {
    List<Expr> flat = new ArrayList<>();
    for (Expr operand : operands) {
      if (operand instanceof Expr.Or or) {
        flat.addAll(or.operands());
      } else {
        flat.add(operand);
      }
    }
    return withIdsGathered(flat);
  }

  private static List<Expr> withIdsGathered(List<Expr> operands) {
    Map<SearchTarget, List<NctId>> ids = new LinkedHashMap<>();
    for (Expr operand : operands) {
      if (operand instanceof Expr.IdIs is) {
        ids.computeIfAbsent(is.target(), t -> new ArrayList<>()).addAll(is.ids());
      }
    }
    List<Expr> gathered = new ArrayList<>(operands.size());
    for (Expr operand : operands) {
      if (operand instanceof Expr.IdIs is) {
        List<NctId> all = ids.remove(is.target());
        if (all != null) {
          gathered.add(new Expr.IdIs(is.target(), all));
        }
      } else {
        gathered.add(operand);
      }
    }
    return gathered;
  }
}
