package io.perennial.deploy.replay.shop;

import io.perennial.deploy.replay.message.Action;
import io.perennial.deploy.replay.message.SeededShare;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** Makes customers: everyone's chance is their own, so that one more shopper changes nobody else's life. */
final class People {

    private static final int FIRST_ID = 10_001;
    private static final List<String> FIRST = List.of(
            "Ada",
            "Alan",
            "Amelia",
            "Arthur",
            "Beatrice",
            "Charles",
            "Clara",
            "Daniel",
            "Edith",
            "Edmund",
            "Eliza",
            "Emma",
            "Florence",
            "Frank",
            "George",
            "Grace",
            "Harriet",
            "Henry",
            "Ida",
            "Isaac",
            "James",
            "Jane",
            "Joseph",
            "Kate",
            "Laura",
            "Lewis",
            "Louisa",
            "Mary",
            "Maud",
            "Nora",
            "Oliver",
            "Oscar",
            "Patrick",
            "Rose",
            "Ruth",
            "Samuel",
            "Sarah",
            "Thomas",
            "Violet",
            "William");
    private static final List<String> LAST = List.of(
            "Adams",
            "Bailey",
            "Barnes",
            "Bennett",
            "Brooks",
            "Carter",
            "Chapman",
            "Clarke",
            "Cooper",
            "Davies",
            "Dixon",
            "Ellis",
            "Fisher",
            "Foster",
            "Gibson",
            "Grant",
            "Harvey",
            "Hughes",
            "Jackson",
            "Kelly",
            "Knight",
            "Lloyd",
            "Marshall",
            "Mason",
            "Mills",
            "Morgan",
            "Palmer",
            "Parker",
            "Price",
            "Reid",
            "Russell",
            "Shaw",
            "Simpson",
            "Stone",
            "Turner",
            "Walker",
            "Ward",
            "Watson",
            "Webb",
            "Wood");

    private final Shopfront front;
    private final SeededShare marketing;

    People(Shopfront front, SeededShare marketing) {
        this.front = front;
        this.marketing = marketing;
    }

    /** Number {@code index} of a shop: two in five were there in its first weeks, the others came over the years. */
    Customer customer(int index, LocalDate opening, int days) {
        SplittableRandom chance = chance(index);
        int span = chance.nextInt(5) < 2 ? Math.min(days, 28) : days;
        LocalDate joined = opening.plusDays(chance.nextInt(span));
        String id = id(index);
        return new Customer(account(id, marketing.holds(id), chance), joined, chance, front);
    }

    /** Somebody who comes for the first time on that day, and wants to hear from the shop. */
    Customer newcomer(int index, LocalDate day) {
        SplittableRandom chance = chance(index);
        return new Customer(account(id(index), true, chance), day, chance, front);
    }

    private SplittableRandom chance(int index) {
        return new SplittableRandom(marketing.seed() * 0xd1342543de82ef95L + index);
    }

    private static String id(int index) {
        return Integer.toString(FIRST_ID + index);
    }

    private static Customer.Account account(String id, boolean marketing, SplittableRandom chance) {
        return new Customer.Account(
                id,
                new Action.Identified(
                        FIRST.get(chance.nextInt(FIRST.size())),
                        LAST.get(chance.nextInt(LAST.size())),
                        "United Kingdom",
                        marketing));
    }
}
