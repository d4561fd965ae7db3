package io.perennial.deploy.replay.shop;

import io.perennial.deploy.replay.message.Message;
import io.perennial.deploy.replay.message.MessageStream;
import io.perennial.deploy.replay.message.SeededShare;
import io.perennial.deploy.replay.message.Shopper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The simulated shop's days, one after the other, told in order of time. */
public final class ShopStream implements MessageStream {

    private final Shopfront front;
    private final People people;
    private final List<Customer> customers = new ArrayList<>();
    private final PriorityQueue<Message> ahead =
            new PriorityQueue<>(Comparator.comparing(Message::at).thenComparing(Message::key));
    private final long seed;
    private final LocalDate opening;
    private final Instant end;
    private Instant until;
    private volatile LocalDate day;

    ShopStream(int shoppers, int days, Instant end, SeededShare marketing) {
        this.seed = marketing.seed();
        this.end = end;
        this.until = end;
        this.front = new Shopfront(seed);
        this.people = new People(front, marketing);
        this.opening = LocalDate.ofInstant(end, Clocktime.ZONE).minusDays(days);
        this.day = opening;
        for (int i = 0; i < shoppers; i++) {
            customers.add(people.customer(i, opening, days));
        }
    }

    @Override
    public @Nullable Message next() {
        while (true) {
            Instant morning = Clocktime.startOf(day);
            Message head = ahead.peek();
            if (head != null && head.at().isBefore(morning)) {
                // Nothing that is still to be lived can come before it.
                return head.at().isAfter(until) ? null : ahead.poll();
            }
            if (morning.isAfter(until)) {
                return null;
            }
            live();
        }
    }

    private void live() {
        for (Customer customer : customers) {
            customer.live(day, ahead::add);
        }
        // Not the generator's own step: neighbouring days would draw the same numbers.
        SplittableRandom chance = new SplittableRandom(seed ^ day.toEpochDay() * 0xd1342543de82ef95L);
        double expected = customers.size() / 300.0 * front.season().mood(day);
        int passersBy = (int) (expected * 2 * chance.nextDouble() + chance.nextDouble());
        for (int i = 0; i < passersBy; i++) {
            passBy(chance);
        }
        day = day.plusDays(1);
    }

    /** Somebody looks in who will never say who they are. */
    private void passBy(SplittableRandom chance) {
        String device = String.format(Locale.ROOT, "device-%016x", chance.nextLong());
        Visit visit = new Visit(device, Shopper.anonymous(device), Clocktime.draw(day, chance), chance, ahead::add);
        new Shopping(front, Nature.draw(chance), chance).lookAround(visit, day, 0.08);
    }

    /** When the history ends. */
    public Instant end() {
        return end;
    }

    /** Once the history is told: what happens in its last minutes, so that a demonstration finds something going on. */
    public List<Message> moments() {
        return new Moments(customers, people, end).tell();
    }

    /** Lets the shop live on after its history, until then. */
    public void goOnUntil(Instant later) {
        until = later;
    }

    @Override
    public double progress() {
        double all = ChronoUnit.DAYS.between(opening, LocalDate.ofInstant(end, Clocktime.ZONE)) + 1;
        return Math.min(1, ChronoUnit.DAYS.between(opening, day) / all);
    }
}
