package io.perennial.deploy.replay.shop;

import java.time.LocalDate;
import java.util.List;

/** A department: what it sells at about which price, under which brands, and when in the year it is wanted most. */
enum Category {
    KITCHEN(
            "Kitchen",
            11,
            0.3,
            "Harbour & Pine, Copperfield, Larder Lane",
            "Teapot 24, Mug Set 18, Serving Board 26, Mixing Bowl 16, Salt Mill 21, "
                    + "Cake Tin 12, Measuring Jug 9, Frying Pan 38, Storage Jar 8, Casserole Dish 45"),
    DINING(
            "Dining",
            12,
            0.4,
            "Copperfield, Marlowe, Tidewater",
            "Dinner Plate Set 42, Wine Glass Pair 19, Napkin Set 14, Cutlery Set 55, Candle Holder 13, "
                    + "Table Runner 22, Water Carafe 17, Salad Bowl 28, Place Mat Set 16, Cheese Knife Set 20"),
    BEDROOM(
            "Bedroom",
            1,
            0.3,
            "Nightingale, Linden Row, Tidewater",
            "Duvet Cover 58, Pillowcase Pair 18, Wool Throw 49, Bedside Lamp 36, Linen Sheet 44, "
                    + "Alarm Clock 24, Lavender Sachet 6, Quilt 79, Sleep Mask 11, Blanket Box 98"),
    BATH(
            "Bath",
            2,
            0.2,
            "Saltmarsh, Linden Row, Nightingale",
            "Bath Towel 19, Hand Soap 7, Bath Mat 22, Soap Dish 9, Bath Salts 12, "
                    + "Face Cloth Set 11, Laundry Basket 34, Toothbrush Mug 8, Body Brush 13, Shower Curtain 27"),
    GARDEN(
            "Garden",
            5,
            1.0,
            "Fernhill, Saltmarsh, Old Orchard",
            "Watering Can 23, Plant Pot 12, Hand Trowel 14, Bird Feeder 18, Seed Box 9, "
                    + "Garden Lantern 25, Herb Planter 29, Secateurs 31, Picnic Blanket 35, Hanging Basket 16"),
    STATIONERY(
            "Stationery",
            9,
            0.5,
            "Inkwell, Marlowe, Paperbark",
            "Notebook 9, Fountain Pen 34, Letter Set 13, Desk Diary 16, Wrapping Paper 5, "
                    + "Gift Tag Set 4, Pencil Case 12, Wall Calendar 14, Greeting Card Pack 8, Bookend Pair 27"),
    TOYS(
            "Toys",
            12,
            1.3,
            "Tumbledown, Paperbark, Old Orchard",
            "Wooden Train 29, Jigsaw Puzzle 15, Rag Doll 24, Stacking Blocks 18, Kite 16, "
                    + "Skittles Set 21, Colouring Set 11, Spinning Top 7, Toy Drum 19, Story Cards 10"),
    FASHION(
            "Fashion",
            10,
            0.4,
            "Linden Row, Fernhill, Wharf Street",
            "Wool Scarf 32, Canvas Tote 17, Leather Gloves 46, Silk Scarf 54, Sun Hat 22, "
                    + "Cotton Socks 8, Umbrella 28, Knitted Hat 19, Purse 37, Apron 24"),
    BEAUTY(
            "Beauty",
            12,
            0.6,
            "Saltmarsh, Nightingale, Rosewater",
            "Hand Cream 11, Lip Balm 5, Scented Candle 18, Face Oil 26, Body Lotion 15, "
                    + "Perfume Oil 34, Shampoo Bar 9, Reed Diffuser 23, Gift Soap Set 20, Hair Brush 17"),
    FOOD(
            "Food & Drink",
            12,
            0.7,
            "Larder Lane, Old Orchard, Wharf Street",
            "Loose Leaf Tea 8, Ground Coffee 9, Shortbread 6, Honey 7, Chutney 5, "
                    + "Chocolate Box 14, Olive Oil 13, Fruit Cordial 6, Hamper 65, Spice Set 19");

    private final String title;
    private final int peak;
    private final double swing;
    private final String brands;
    private final String goods;

    Category(String title, int peak, double swing, String brands, String goods) {
        this.title = title;
        this.peak = peak;
        this.swing = swing;
        this.brands = brands;
        this.goods = goods;
    }

    String title() {
        return title;
    }

    List<String> brands() {
        return List.of(brands.split(", "));
    }

    /** What it sells, each with about what one costs. */
    List<String> goods() {
        return List.of(goods.split(", "));
    }

    /** How much it is wanted on a day, 1 on average over the year. */
    double demand(LocalDate day) {
        double months = (day.getMonthValue() - 1 + day.getDayOfMonth() / 31.0) - (peak - 0.5);
        return Math.max(0.2, 1 + swing * StrictMath.cos(months / 12 * 2 * StrictMath.PI));
    }
}
