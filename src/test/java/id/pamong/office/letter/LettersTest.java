package id.pamong.office.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Town;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class LettersTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Autowired private Letters letters;
    @Autowired private TenantTransactions transactions;
    @Autowired private BeanFactory beans;

    private LocalGovernmentId madiun;

    @BeforeEach
    void aLocalGovernment() {
        madiun = new Town(beans).government;
    }

    @Test
    void each_series_counts_from_one_every_year() {
        assertThat(next(LetterKind.ANSWER, TODAY)).isEqualTo(1);
        assertThat(next(LetterKind.ANSWER, TODAY)).isEqualTo(2);
        assertThat(next(LetterKind.RECEIPT, TODAY)).isEqualTo(1);
        assertThat(next(LetterKind.ANSWER, TODAY.plusYears(1))).isEqualTo(1);
    }

    @Test
    void a_number_says_its_series_place_and_year() {
        LetterNumber number = letters.nextNumber(madiun, LetterKind.RECEIPT, TODAY);
        assertThat(number.text()).matches("TT/0001/[A-Z0-9-]+-OP/2026");
    }

    @Test
    void a_refused_command_gives_its_number_back() {
        assertThatThrownBy(() ->
                        transactions.inTenant(
                                madiun,
                                () -> {
                                    next(LetterKind.ANSWER, TODAY);
                                    throw new IllegalStateException("refused");
                                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(next(LetterKind.ANSWER, TODAY)).isEqualTo(1);
    }

    @Test
    void officers_at_once_get_no_number_twice_and_leave_no_gap()
            throws ExecutionException, InterruptedException {
        List<Integer> numbers = new ArrayList<>();
        try (ExecutorService officers = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> taken =
                    IntStream.range(0, 20)
                            .mapToObj(i -> officers.submit(() -> next(LetterKind.ANSWER, TODAY)))
                            .toList();
            for (Future<Integer> one : taken) {
                numbers.add(one.get());
            }
        }
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 20).boxed().toList());
    }

    private int next(LetterKind kind, LocalDate on) {
        return letters.nextNumber(madiun, kind, on).sequence();
    }
}
