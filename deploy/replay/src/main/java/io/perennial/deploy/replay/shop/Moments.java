package io.perennial.deploy.replay.shop;

import io.perennial.deploy.replay.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The last minutes of a demonstration: two people sign up, two carts are filled and left, three customers look in who have been
 * silent for long. The last thing of all happens exactly at the end.
 */
final class Moments {

    private static final int SIGN_UPS = 2;
    private static final int CARTS = 2;
    private static final int RETURNS = 3;

    private final List<Customer> customers;
    private final People people;
    private final Instant end;
    private final LocalDate today;

    Moments(List<Customer> customers, People people, Instant end) {
        this.customers = customers;
        this.people = people;
        this.end = end;
        this.today = LocalDate.ofInstant(end, Clocktime.ZONE);
    }

    List<Message> tell() {
        List<List<Message>> visits = new ArrayList<>();
        for (int i = 0; i < SIGN_UPS; i++) {
            visits.add(visit(people.newcomer(customers.size() + i, today), false));
        }
        Instant yesterday = end.minus(Duration.ofDays(1));
        for (Customer customer : pick(CARTS, c -> c.active() && c.silentSince(daysAgo(5), yesterday, 1))) {
            visits.add(visit(customer, true));
        }
        for (Customer customer : pick(RETURNS, c -> !c.active() && c.silentSince(daysAgo(90), daysAgo(45), 2))) {
            visits.add(visit(customer, false));
        }
        List<Message> told = new ArrayList<>();
        for (int i = 0; i < visits.size(); i++) {
            told.addAll(endingAt(end.minus(Duration.ofMinutes(visits.size() - 1 - i)), visits.get(i)));
        }
        told.sort(Comparator.comparing(Message::at));
        return told;
    }

    private List<Message> visit(Customer customer, boolean cart) {
        List<Message> said = new ArrayList<>();
        Visit visit = customer.visit(end, said::add);
        if (cart) {
            customer.logIn(visit);
            customer.shopping().fillCart(visit, today);
        } else {
            customer.shopping().lookAround(visit, today, 0);
            customer.logIn(visit);
        }
        return said;
    }

    private List<Customer> pick(int count, Predicate<Customer> wanted) {
        return customers.stream()
                .filter(Customer::reachable)
                .filter(wanted)
                .limit(count)
                .toList();
    }

    private Instant daysAgo(int days) {
        return end.minus(Duration.ofDays(days));
    }

    /** Moves a visit in time, so that its last message happens at {@code last}. */
    private static List<Message> endingAt(Instant last, List<Message> visit) {
        Duration shift = Duration.between(visit.getLast().at(), last);
        return visit.stream()
                .map(m -> new Message("moment " + m.key(), m.shopper(), m.at().plus(shift), m.action()))
                .toList();
    }
}
