package id.pamong.authority.builtin.status;

import id.pamong.authority.builtin.OcspAnswer;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers given lately, by the octets of the question: most relying parties ask the same in the
 * same octets. An answer stays for a minute at most; one about a certificate whose status changes
 * is dropped at once.
 */
final class RecentAnswers {
    public static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST = 50_000;
    private static final int LONGEST_QUESTION = 256;

    @SuppressWarnings("ArrayRecordComponent") // compared by content below
    private record Question(String ca, byte[] octets, int hash) {
        Question(String ca, byte[] octets) {
            this(ca, octets, 31 * Arrays.hashCode(octets) + ca.hashCode());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Question question
                    && question.ca.equals(ca)
                    && Arrays.equals(question.octets, octets);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    private record Given(OcspAnswer answer, Instant until) {}

    private final ConcurrentMap<Question, Given> given = new ConcurrentHashMap<>();
    private final ConcurrentMap<OcspRows.Changed, Set<Question>> about = new ConcurrentHashMap<>();

    public Optional<OcspAnswer> find(String ca, byte[] question, Instant now) {
        Given found = given.get(new Question(ca, question));
        return found != null && now.isBefore(found.until())
                ? Optional.of(found.answer())
                : Optional.empty();
    }

    /** Keeps an answer that caches may keep; others are left alone. */
    public void keep(
            String ca, byte[] question, BigInteger serial, OcspAnswer answer, Instant now) {
        Instant nextUpdate = answer.nextUpdate();
        if (nextUpdate == null || question.length > LONGEST_QUESTION) {
            return;
        }
        if (given.size() >= MOST) {
            given.clear();
            about.clear();
        }
        Instant most = now.plus(LONGEST);
        Question key = new Question(ca, question.clone());
        about.computeIfAbsent(new OcspRows.Changed(ca, serial), _ -> ConcurrentHashMap.newKeySet())
                .add(key);
        given.put(key, new Given(answer, most.isBefore(nextUpdate) ? most : nextUpdate));
    }

    void drop(OcspRows.Changed changed) {
        Set<Question> questions = about.remove(changed);
        if (questions != null) {
            questions.forEach(given::remove);
        }
    }
}
