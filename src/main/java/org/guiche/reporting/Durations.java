package org.guiche.reporting;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** Minutes that many things took, gathered by whose they are. */
final class Durations {

    /** Of a key: nobody's. */
    static final int NOBODY = -1;

    private final Map<String, Minutes> named = new HashMap<>();
    /** Some of the same, by their names as numbers. */
    private final Map<Integer, Minutes> numbered = new HashMap<>();

    private static final class Minutes {

        private int[] all = new int[16];
        private int size;

        void add(int minutes) {
            if (size == all.length) {
                all = Arrays.copyOf(all, size * 2);
            }
            all[size] = minutes;
            size++;
        }

        Spread spread() {
            return Spread.of(Arrays.copyOf(all, size));
        }
    }

    /**
     * Adds some of these to one.
     *
     * @param only says by its place whether one is meant
     */
    void add(String name, Numbers minutes, IntPredicate only) {
        var one = of(name);
        for (int i = 0; i < minutes.size(); i++) {
            if (only.test(i)) {
                one.add(minutes.get(i));
            }
        }
    }

    /** Adds some of these, each to the one whose number stands at the same place; {@link #NOBODY} is one, too. */
    void addEach(Numbers keys, Numbers minutes, IntPredicate only) {
        for (int i = 0; i < minutes.size(); i++) {
            if (only.test(i)) {
                of(keys.get(i)).add(minutes.get(i));
            }
        }
    }

    private Minutes of(String name) {
        return named.computeIfAbsent(name, any -> new Minutes());
    }

    private Minutes of(int number) {
        return numbered.computeIfAbsent(number, any -> of(String.valueOf(number)));
    }

    /** What is to be told of each, by its name; nobody's left aside. */
    Map<String, Spread> spreads() {
        var spreads = new TreeMap<String, Spread>();
        named.forEach((name, minutes) -> spreads.put(name, minutes.spread()));
        spreads.remove(String.valueOf(NOBODY));
        return spreads;
    }

    /** The same of each whose name is a number. */
    Map<Integer, Spread> numberedSpreads() {
        var spreads = new TreeMap<Integer, Spread>();
        spreads().forEach((name, spread) -> spreads.put(Integer.valueOf(name), spread));
        return spreads;
    }

    /** What is to be told of all together. */
    Spread altogether() {
        var all = new Minutes();
        for (var some : named.values()) {
            for (int i = 0; i < some.size; i++) {
                all.add(some.all[i]);
            }
        }
        return all.spread();
    }
}
