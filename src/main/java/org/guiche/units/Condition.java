package org.guiche.units;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A question to the other answers of a form. */
public sealed interface Condition {

    /** Whether it holds for these answers, which are in normal form. */
    boolean holds(Map<String, Object> answers);

    /** The field has one of these values; a multiple choice holds one of them. */
    record In(String field, Set<String> values) implements Condition {

        public In {
            values = Set.copyOf(values);
        }

        @Override
        public boolean holds(Map<String, Object> answers) {
            var answer = answers.get(field);
            return answer instanceof List<?> many
                    ? many.stream().anyMatch(one -> values.contains(one.toString()))
                    : answer != null && values.contains(answer.toString());
        }
    }

    /** The field is answered. */
    record Filled(String field) implements Condition {

        @Override
        public boolean holds(Map<String, Object> answers) {
            var answer = answers.get(field);
            return answer != null && !Answer.isBlank(answer);
        }
    }

    /** All of them hold. */
    record All(List<Condition> conditions) implements Condition {

        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(Map<String, Object> answers) {
            return conditions.stream().allMatch(condition -> condition.holds(answers));
        }
    }

    /** At least one of them holds. */
    record Any(List<Condition> conditions) implements Condition {

        public Any {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(Map<String, Object> answers) {
            return conditions.stream().anyMatch(condition -> condition.holds(answers));
        }
    }

    /** It does not hold. */
    record Not(Condition condition) implements Condition {

        @Override
        public boolean holds(Map<String, Object> answers) {
            return !condition.holds(answers);
        }
    }
}
