"""Where an article belongs and what it is like, told from the words of its title.

CATEGORIES is read from the top: the first rule with a word of the title decides, so what an article *is*
(a mug, a card) stands above what it shows or where it is used (a heart, the garden). Words match whole, in
the singular or the plural, and a space matches a hyphen too.
"""

import re

OTHER = ["Other", "Curiosities"]

CATEGORIES = [
    # Names of things that hold the name of another thing.
    ("Home > Wall Art & Signs", "metal sign, door sign, tin sign, zinc sign, zinc box sign, sign blue metal, toilet sign, wall art, block letters, wooden letters, door hanger, word, memo board, memoboard, chalkboard, blackboard, black board, door plaque"),
    ("Bath & Beauty > Hot Water Bottles & Warmers", "hot water bottle, hand warmer, hottie"),
    ("Stationery & Craft > Sewing & Craft", "pin cushion, knitting kit, craft kit, sewing kit, sewing box, sewing basket, doll kit, felt craft kit"),
    ("Kitchen > Kitchen Textiles", "apron, oven glove, tea towel, cake towel, ironing board, table cloth, tablecloth, garden apron"),
    ("Kitchen > Fridge Magnets", "magnet"),
    ("Home > Money Banks", "money box, money bank, piggy bank, coin bank, savings bank"),
    ("Home > Clocks", "clock"),
    ("Home > Cushions & Throws", "cushion cover, cushion, pouffe, filler pad"),
    ("Bags & Travel > Travel & Luggage", "passport cover, luggage tag"),
    ("Gifts & Cards > Gift Wrap & Bags", "ribbon reel, tinsel reel"),
    ("Gifts & Cards > Greeting Cards", "blank card, greeting card"),
    ("Kitchen > Storage Tins & Jars", "storage tin, storage jar, biscuit bin, biscuit tin, coffee set, retrospot tea, sugar dispenser"),
    ("Home > Hooks, Knobs & Hangers", "drawer knob, suction cup hook, suction hook, cup hook, hook hanger, clothes hanger, wall hook, coat rack, clip with suction cup, peg hanger"),
    ("Home > Frames & Photos", "photo frame, picture frame, landmark frame, portrait frame, photo clip"),
    ("Home > Lighting", "lampshade, string of 10, night light"),
    ("Home > Furniture", "umbrella stand, cupboard, magazine rack, bar stool, cabinet"),
    ("Home > Smoking", "ashtray"),
    ("Home > Artificial Flowers", "artificial flower, art flower, scented hanging flower, scented flower"),
    ("Kitchen > Tableware", "napkin ring, napkin charm, egg cup, egg cosy, egg warmer, cutlery, coaster, placemat, table run, breakfast set, popcorn holder, dinner tray, food cover, snack tray"),
    ("Kitchen > Teapots & Tea Time", "cake stand, teapot, tea cosy, cake plate, tea set, cake fork, cake slice"),
    ("Bags & Travel > Purses & Wallets", "card wallet, wallet, purse, card holder, cardholder"),
    ("Stationery & Craft > Pens & Pencils", "pen in gift box, lipstick pen, calculator ruler"),
    ("Stationery & Craft > Stickers & Stamps", "sticker, stamp set, party bag & sticker set"),
    ("Kitchen > Mugs & Cups", "mug with gift box, mug in box"),
    ("Garden & Outdoor > Garden Tools & Growing", "grow your own, garden set of tools, garden thermometer, herb marker, garden marker, sow 'n' grow, garden kneeling, kneeling mat, kneeling pad"),
    ("Garden & Outdoor > Garden Decoration", "garden parasol, bird house, birdhouse, bird feeder, gnome, windmill"),
    ("Home > Boxes & Baskets", "wall organiser, book box, storage box, keepsake box, treasure book box, biscuit basket"),
    ("Bags & Travel > Shopping Bags", "jumbo bag, shopping bag, tote bag, charlotte bag, jumbo shopper"),
    ("Bags & Travel > Lunch Bags & Boxes", "lunch bag, lunch box, picnic bag"),
    ("Bags & Travel > Umbrellas & Rainwear", "umbrella, rain hat, rain mac, rain poncho"),
    ("Toys & Games > Playtime", "toast its, sticky bunny, sticky bunnies, creepy crawly, creepy crawlies, snake set, glider, glow in dark, space cadet, modelling clay, rosette, sombrero, cooking set, grass skirt, sock puppet, dressing up, drawing slate"),
    ("Garden & Outdoor > Picnic & Camping", "picnic basket, picnic hamper, camping scissor, camping, spirit level, tool set, screwdriver, bicycle"),
    ("Toys & Games > Games & Puzzles", "rounders, croquet, skittle, quoits"),
    ("Gifts & Cards > Gift Vouchers", "gift voucher"),
    ("Electronics > Audio", "headphones, boombox, radio, speaker, ipod classic"),
    ("Electronics > Gadgets", "usb, calculator, electronic meter, torch, stylus, mini fan, disco ball rotator"),
    ("Pets > Dog & Cat", "dog bowl, cat bowl, pet bowl, dog collar, dogs collar, dog lead, dog food, cat food, dog tag, dog toy, cat toy, dog licence"),
    # Jewellery
    ("Jewellery & Accessories > Hair", "hair slide, hairslide, hair clip, hairclip, hair grip, hairgrip, hairband, hair band, hair comb, hair bobble, bobbles, hair tie, tiara, 2 daisies hair comb, ponytail, pony, alice band, hair, headband"),
    ("Jewellery & Accessories > Key Rings & Charms", "bag charm, phone charm, key ring, keyring, key-chain, key chain, charm, key fob"),
    ("Jewellery & Accessories > Necklaces", "necklace, pendant, choker, lariat, necklac, bead necklace"),
    ("Jewellery & Accessories > Bracelets", "bracelet, bangle, diamante chain"),
    ("Jewellery & Accessories > Earrings", "earring, stud earrings, hoop earrings"),
    ("Jewellery & Accessories > Brooches", "brooch, pin badge, badge, corsage"),
    ("Home > Jewellery Storage", "jewellery box, jewel box, jewelry box, jewellery stand, jewellery drawer, jewellery hanger, jewellery cabinet, jewellery tidy, ring stand, necklace holder, trinket box, trinket pot, trinket tray, trinket, jewelled box, cinderella chandelier, ring holder, dress jewellery"),
    ("Toys & Games > Games & Puzzles", "jigsaw, puzzle, domino, dominoes, snap cards, playing cards, game, ludo, snakes, noughts, naughts, backgammon, chess, skittle, quoits, spinning top, croquet, ping pong, ping-pong, tetris, matching cards, heads and tails, heads & tails, bingo, marbles, darts, pick up sticks, magic tree, bubble"),
    ("Jewellery & Accessories > Rings", "ring assorted, crystal ring, flower ring, silver ring, diamante ring, boudicca ring, cluster ring, adjustable ring, dress ring, finger ring, ring crystal, ring heart, mood ring, ring"),
    ("Jewellery & Accessories > Scarves & Gloves", "silk fan, sandalwood fan, traveling fan, scarf, glove advent, ear muff, earmuff, ear muffs, mitten, slipper, slipper shoes, sock, leg warmer, hat, beanie, shawl, sarong, sunglasses, pashmina, wrap dress, fascinator, flip flop"),
    # Bath and beauty
    ("Bath & Beauty > Make-up & Mirrors", "lip gloss, lip balm, lipstick, compact mirror, pocket mirror, nail, manicure, mascara, perfume, make up, emery, essential balm, hand cream, eye mask, eyemask, mirror compact"),
    ("Bath & Beauty > Bath & Soap", "soap, bath salt, bath bomb, bath, bathroom, flannel, washbag, wash bag, shower, toothbrush, sponge, toilet, tissue, water basin, bath sponge, hand towel, towel bale, cotton wool, loofah, plasters, plaster, tissue box, first aid, pill box, fizz"),
    ("Bath & Beauty > Hot Water Bottles & Warmers", "hot water bottle, hand warmer, hottie, hotwater bottle, heat pack, bed warmer"),
    # Paper goods
    ("Gifts & Cards > Greeting Cards", "greeting card, birthday card, card, cards, minicards, postcard, easter card, valentine card, thank you card, gift card, invites, invitation, notelets"),
    ("Gifts & Cards > Gift Wrap & Bags", "wrap, wrapping paper, gift bag, gift tag, gift tape, gift box, gift wrap, bottle bag, ribbon, ribbons, bow, tissue ream, wine bottle dressing, chocolate box, tag, tags, carrier bag, organza, bag swirly, confetti in tube"),
    ("Party > Party Tableware", "paper cup, paper plate, paper napkin, party cup, napkins, paper doily, paper doilies, doily, doilies, straw, straws, paper tablecloth, party plate, cocktail stick, cocktail parasol, serviette, party pizza dish, paper bowl, cake topper, drinking straw, wooden cutlery"),
    ("Party > Decorations", "bunting, garland, balloon, paper chain, confetti, streamer, pennant, party bag, party cone, honeycomb, party lights, barrier tape, party hat, pinata, paper lantern, party charms, table confetti, paper parasol, paper fan, party, party sunglasses, whistle, disco partition, banner, flag, flags, horns"),
    ("Kitchen > Baking", "cake case, cake cases, petit four cases, baking, bake, cake mould, jelly mould, mould, cookie cutter, biscuit cutter, cutter, cutters, rolling pin, cake decoration, muffin, cupcake lace, cupcake cases, mixing bowl, icing, pastry, cake tin, sieve, sifter, whisk, sweetie, lolly makers, lolly maker, pudding spoon, jam making, jam jar with, preserving, cases, ice cream maker, pancake"),
    ("Stationery & Craft > Notebooks & Albums", "notebook, note book, sketchbook, sketch book, journal, exercise book, address book, diary, photo album, album, scrap book, scrapbook, notepad, note pad, pocket book, memo pad, organiser, writing set, stationery, envelope, letter set, guest book, travelogue, recipe book, colouring book, birthday book, calendar, planner, sticky notes, jotter, pad, memo, bookmark, book mark, clipboard, book"),
    ("Home > Doorstops & Doormats", "doorstop, door stop, doormat, door mat, draught excluder, boot scraper"),
    ("Stationery & Craft > Pens & Pencils", "pencil, pencils, pen, pens, crayon, eraser, erasers, rubber, ruler, sharpener, chalk, chalk sticks, highlighter, felt tip, paint set, pencil case, colouring set, push down rubber, marker pen"),
    ("Stationery & Craft > Desk & Office", "tape dispenser, hole punch, stapler, desk tidy, desk, paperweight, paper clip, bookend, letter rack, letter holder, office, in tray, pin board, drawing pins, tape measure, parcel tape, tape, scissor, magnifying, bookcover tape, letter opener, globe, stress ball"),
    ("Stationery & Craft > Stickers & Stamps", "sticker, stickers, stamp set, stamp, ink pad, patch, patches, decal, transfers, stencil"),
    ("Stationery & Craft > Sewing & Craft", "sewing, knitting, crochet kit, craft kit, feltcraft, craft, sew on, button, buttons, wool, needle, embroidery, felt craft, decoupage kit, origami paper, yarn, thimble, pin cushion, pincushion, make your own, make a, beads for, bead kit, filler pad, kit, reel, glitter glue"),
    # Seasonal
    ("Seasonal > Easter", "easter, egg basket, easter egg, chick, chicks, bunny egg, hen on nest, rabbit egg, paper egg, song bird paper, eggs, easter hens, easter hen"),
    ("Seasonal > Christmas", "christmas, advent, table decoration, bauble, santa, reindeer, snowman, snowmen, snowflake, stocking, nativity, mistletoe, wreath, holly, noel, feather tree, jingle bell, xmas, yuletide, snow globe, pear tree, tree decoration, rocking horse hand painted, cracker, sleigh, robin, angel decoration, fairy on, swiss chalet, glitter heart decoration, wooden tree, bell heart, bell star, merry, rudolph, gingerbread man, hanging tree, snowy, polar bear, frosted"),
    ("Seasonal > Halloween & Other Days", "halloween, witch, pumpkin, bat, skeleton, ghost, valentine, st george, mothers day, fathers day, diwali"),
    # Bags
    ("Bags & Travel > Lunch Bags & Boxes", "lunch bag, lunch box, lunchbox, snack box, snack boxes, lunch cool bag, cool bag, picnic bag, sandwich box, water bottle, flask, drinks bottle"),
    ("Bags & Travel > Shopping Bags", "jumbo bag, shopper, shopping bag, tote bag, tote, charlotte bag, jumbo shopper, jumbo storage bag, recycling bag, market bag, jute bag, string bag, foldaway bag, jumbo"),
    ("Bags & Travel > Purses & Wallets", "purse, wallet, card holder, cardholder, coin, glasses case, spectacles case, spectacle case, card case, fob"),
    ("Bags & Travel > Travel & Luggage", "luggage tag, passport, suitcase, luggage, cabin bag, airline bag, weekend bag, overnight bag, holdall, travel, trunk, case"),
    ("Bags & Travel > Make-up Bags", "cosmetic bag, cosmetics bag, make up bag, makeup bag, toiletry bag, toilet bag, vanity"),
    ("Bags & Travel > Umbrellas & Rainwear", "umbrella, parasol edwardian, edwardian parasol, rain mac, raincoat, poncho, rain hat"),
    ("Bags & Travel > Handbags & Backpacks", "handbag, hand bag, backpack, back pack, rucksack, shoulder bag, satchel, messenger, beach bag, bag, clutch, basket bag"),
    # Toys, before the home words that they share
    ("Toys & Games > Soft Toys & Dolls", "soft toy, doll, dolls, teddy, rag doll, monster, toy bear, feltcraft doll, princess doll, mouse, puppet, finger puppet, felt farm animal, knitted hen, babushka doll, long legs, ninja rabbit, boys soft, ragdoll, sock monkey, glamour doll, rabbit soft"),
    ("Toys & Games > Playtime", "toy, toys, playhouse, spinning, windmill, skipping rope, flying disc, kite, yoyo, yo-yo, harmonica, tambourine, trumpet, maracas, musical, music box, xylophone, drawing slate, magic slate, etch, bucket and spade, sandcastle, spade, seaside bucket, beach spade, inflatable, ball game, space hopper, pogo, water pistol, tattoo, tattoos, stilts, toy box, play, dressing up, pirate, paddle ball, bat and ball, football, helicopter, racing car, racing cars, fire engine, aeroplane, robot, dinosaur, dinosaurs, building block, nesting boxes, kaleidoscope, whoopee, jack in, ball, balls, jump rope, catapult, bouncy, whirligig, wind up, cap gun, tipi, teepee, grow your own pet, growing, animals in bucket, snow storm, snowstorm, night light, magnetic, spacecadet, mobile, cot mobile, nursery, baby, bib, rattle, juggling, boom box"),
    # Kitchen and dining
    ("Kitchen > Storage Tins & Jars", "storage jar, storage tin, biscuit tin, tea caddy, caddy, bread bin, spice tin, spice tins, canister, cookie jar, storage container, coffee container, sugar container, tea container, container, tins, tin, jar, jars, larder, egg house, egg box, enamel pot, utensil, cake box, vegetable rack, bottle rack, wine rack, plate rack, egg rack, egg holder, candy jar, biscuit barrel, kitchen storage, bottles"),
    ("Home > Candle Holders", "t light holder, candle holder, candleholder, candlestick, candle stick, candelabra, lantern, votive holder, t light setting, hanging t light, glass t light, heart t light, star t light, mirror t light, candlepot, candle pot, candle plate, candle stand, hurricane, candle tray, candle spike, wire for candle, t lights holder, sconce, oil burner, incense holder, burner, candle lamp, hanging tealight"),
    ("Home > Candles & Scents", "candle, incense, t light, scented, scent, votive, pot pourri, pot pouri, potpourri, room spray, fragrance, fragrance oil, essential oil, wax, diffuser, matches, scented flower, sachet, lavender, air freshener"),
    ("Kitchen > Mugs & Cups", "mug, mugs, cup, cups, beaker, beakers, teacup, saucer, tumbler, espresso, tankard, mug warmer"),
    ("Kitchen > Glassware & Bar", "wine glass, aperitif glass, tea glass, tea glass engraved, glass goblet, goblet, wine goblet, cocktail, champagne, milkshake glass, sundae, shot glass, tumblers, decanter, carafe, bottle opener, opener, corkscrew, wine, ice bucket, hip flask, beer, bar set, drinks, sundae dish, bottle stopper, bottle, ice cube, ice tray, chalice, old-fashioned glass, highball, glass jug, jug, pitcher, hi ball, drink, shaker, cork"),
    ("Kitchen > Teapots & Tea Time", "teapot, tea pot, tea cosy, tea set, tea for one, tea strainer, cake stand, cakestand, cake plate, cake slice, cake tray, cupcake stand, tea time, teatime, toastrack, cafetiere, coffee pot, sugar bowl, milk jug, creamer, cream jug, cake fork, afternoon tea, cake, teaspoon, toast rack, egg cup, egg cosy, egg warmer, egg timer, tea party"),
    ("Kitchen > Tableware", "plate, plates, bowl, bowls, dish, platter, dinner tray, tray, trays, placemat, place mat, place setting, place settings, coaster, coasters, cutlery, spoon, spoons, fork, forks, knife, knives, chopstick, chopsticks, napkin ring, napkin, tablecloth, table cloth, table runner, runner, salt, pepper, cruet, condiment, butter dish, fruit bowl, fruitbowl, cheese, charger, server, serving, salad, dip, ramekin, table mat, food cover, cover food, trivet, gravy, fruit bowl, doughnut, refectory, fondue, sauce, mustard, oil and vinegar, dinner"),
    ("Kitchen > Cookware & Tools", "frying pan, fry pan, pan, saucepan, casserole, chopping board, scale, scales, measuring, kitchen scales, timer, colander, grater, peeler, ladle, pestle, mortar, kettle, cookbook, recipe, fridge magnet, fridge magnets, magnet, magnets, herb, seed, spatula, tongs, skewer, bbq, barbecue, microwave, washing up, dish cloth, thermometer, kneeling, cook with, toaster, lid, measure, funnel, crusher, pot stand, egg, breadboard, brush, corer, squeezer"),
    ("Kitchen > Kitchen Textiles", "apron, aprons, oven glove, oven mitt, tea towel, tea towels, oven, pot holder, peg bag, dishcloth, ironing board, laundry bag, gloves, glove, pegs, peg, duster, cleaning"),
    # Home
    ("Home > Clocks", "clock, alarm clock, wall clock, sundial, hourglass"),
    ("Home > Lighting", "lamp, lampshade, light, lights, chandelier, lightbulb, lamp shade, light chain, led, fairy light, shade, cube 25w, triobase, silicon star bulb, bulb, string of 10, light bulb, lava, nightlight"),
    ("Home > Mirrors", "mirror, mirrors, mirrored"),
    ("Home > Frames & Photos", "frame, frames, photo, photograph, picture frame, photo cube, photo clip, portrait, gallery, picture"),
    ("Home > Wall Art & Signs", "sign, signs, wall art, plaque, canvas, poster, wallhanging, wall hanging, wall sticker, blackboard, black board, chalkboard, noticeboard, memoboard, memo board, notice board, number tile, tile, letters, word, block letters, print, block word, metal letters, wall tidy, alphabet, door hanger, flying ducks, door number, wall flag, wall art, wall, mural, wooden letter, number"),
    ("Home > Cushions & Throws", "cushion, cushion cover, throw, blanket, quilt, bedspread, duvet, pillow, rug, mat, pouffe, bean bag, seat pad, bolster, fleece, sleeping, chair pad, bedding, towel, towels"),
    ("Home > Curtains & Screens", "curtain, curtains, screen, blind, drape, canopy, mosquito, tie back, string curtain, net"),
    ("Home > Hooks, Knobs & Hangers", "hook, hooks, hanger, hangers, knob, drawer knob, peg rail, coat rack, coat hook, door knob, handle, coat stand, hanging rail, door knocker, hook hanger, towel rail, key holder, key rack, clothes"),
    ("Home > Furniture", "cabinet, drawer, drawers, shelf, shelves, table, stool, chair, bench, chest, cupboard, wardrobe, bookcase, stepladder, ladder, screen, bed, hammock, magazine rack, umbrella stand, rack, unit, wastepaper, seat, dresser, side table, desk, bookshelf, partition, step, stand, deck chair, deckchair, bin"),
    ("Home > Boxes & Baskets", "box, boxes, basket, baskets, storage, keepsake, money box, money bank, treasure, crate, hamper, laundry, bucket, savings, piggy, bank, tidy, sack, chest, pot, tub, trug, tube"),
    ("Garden & Outdoor > Pots & Planters", "planter, planters, plant pot, flower pot, window box, hanging basket, watering can, plant holder, pots, vase, vases, plant, pot plant, cachepot, jardiniere, urn, posy"),
    ("Garden & Outdoor > Garden Tools & Growing", "garden, gardener, gardeners, trowel, secateurs, wheelbarrow, grow, sow, seeds, hose, potting, fork garden, rake, shed, twine, marker, weeding, bulbs, kneeling pad, insect, fly swat, swat, grass, cacti, cactus, butterfly garden"),
    ("Garden & Outdoor > Garden Decoration", "bird house, birdhouse, bird feeder, bird table, birdcage, bird cage, bird bath, gnome, wind chime, windchime, chime, fountain, stepping stone, weathervane, trellis, obelisk, fairy pole, toadstool, mushroom, butterflies, hen house, feeder, parasol, gazebo, sun shade, nest box, rain gauge, citronella, frog, duck, ducks, hen, rabbit, squirrel, hedgehog, owl, snail, gecko, mirror ball"),
    ("Garden & Outdoor > Picnic & Camping", "picnic, camping, camp, beach, windbreak, cool box, bicycle, bike, puncture, cycling, fishing, tent, flask, torch, seaside, car, tool, tools, screwdriver, spirit level, hammer, tool set, spanner, level"),
    ("Home > Artificial Flowers", "artificial flower, art flower, artificial, silk flower, hydrangea, lily, foxglove, chrysanthemum, chrysanthemums, allium, peony, rose, roses, orchid, tulip, petals, daisy, daisies, sunflower, bouquet, stem, spray, blossom branch, leaf, leaves, poppy, poppies, freesia, sprig, hyacinth, snowdrops, anemone, delphinium, flower, flowers, ivy, berries, potpourri"),
    ("Home > Smoking", "ashtray, lighter, cigarette, tobacco"),
    ("Home > Ornaments & Hanging Decorations", "decoration, decorations, hanging, ornament, heart, hearts, star, stars, angel, cherub, cupid, figurine, statue, bell, bells, bird, birds, dove, mobile, butterfly, fairy, crystal, jewel, suncatcher, prism, horse, elephant, buddha, sculpture, shell, stones, pebble, feather, snowglobe, globe, model, bust, dragonfly, cat, dog, sheep, pig, cockerel, skull, tassel, swag, bobble, on stick, dome, cloche, animal, ceramic, wicker, zinc, chicken, toadstools, wood bird, acrylic, cornice, finial, hamsa, dreamcatcher, geisha, canary, bunny, pears, hand open shape, metal string, baroque, bead, beads, beaded"),
]

COLOURS = {
    "black": "black", "white": "white", "red": "red", "blue": "blue", "green": "green", "pink": "pink",
    "purple": "purple", "yellow": "yellow", "orange": "orange", "brown": "brown", "grey": "grey",
    "gold": "gold", "golden": "gold", "silver": "silver", "cream": "cream", "ivory": "ivory",
    "turquoise": "turquoise", "aqua": "turquoise", "lilac": "lilac", "mint": "mint", "fuchsia": "fuchsia",
    "amber": "amber", "copper": "copper", "natural": "natural", "multicolour": "multicolour",
    "multi": "multicolour", "colourful": "multicolour", "rainbow": "multicolour", "amethyst": "purple",
    "ruby": "red", "raspberry": "raspberry", "teal": "teal", "lime": "lime", "beige": "beige",
    "pistachio": "pistachio", "clear": "clear", "assorted": "assorted", "jade": "green", "olive": "olive",
    "peach": "peach", "mauve": "mauve", "bronze": "bronze", "chocolate": "brown", "coral": "coral",
}  # fmt: skip

MATERIALS = {
    "glass": "glass", "ceramic": "ceramic", "porcelain": "porcelain", "china": "bone china", "metal": "metal",
    "tin": "tin", "enamel": "enamel", "zinc": "zinc", "iron": "iron", "wire": "wire", "wooden": "wood",
    "wood": "wood", "bamboo": "bamboo", "wicker": "wicker", "raffia": "raffia", "jute": "jute",
    "paper": "paper", "cardboard": "cardboard", "felt": "felt", "feltcraft": "felt", "cotton": "cotton",
    "linen": "linen", "silk": "silk", "velvet": "velvet", "wool": "wool", "woolly": "wool",
    "knitted": "knit", "crochet": "crochet", "fabric": "fabric", "canvas": "canvas", "leather": "leather",
    "plastic": "plastic", "acrylic": "acrylic", "resin": "resin", "rubber": "rubber", "silicon": "silicone",
    "slate": "slate", "marble": "marble", "shell": "shell", "pearl": "pearl", "crystal": "crystal",
    "diamante": "diamante", "bakelike": "bakelite", "feather": "feather", "polyester": "polyester",
    "terracotta": "terracotta", "soapstone": "soapstone", "organza": "organza", "voile": "voile",
}  # fmt: skip

PATTERNS = {
    "retrospot": "retrospot", "polka dot": "polka dot", "spot": "spots", "spotty": "spots", "spotted": "spots",
    "paisley": "paisley", "gingham": "gingham", "stripe": "stripes", "stripy": "stripes", "striped": "stripes",
    "check": "checks", "floral": "floral", "flower": "floral", "rose": "roses", "daisy": "daisies",
    "union jack": "union jack", "union flag": "union jack", "heart": "hearts", "star": "stars",
    "skull": "skulls", "butterfly": "butterflies", "bird": "birds", "owl": "owls", "babushka": "babushka",
    "leopard": "leopard", "zebra": "zebra", "baroque": "baroque", "regency": "regency", "toile": "toile",
    "damask": "damask", "doily": "doily", "folk art": "folk art", "woodland": "woodland",
    "dolly girl": "dolly girl", "spaceboy": "spaceboy", "circus": "circus", "strawberry": "strawberries",
    "cherry": "cherries", "apple": "apples", "scandinavian": "scandinavian", "camouflage": "camouflage",
    "botanical": "botanical", "tile": "tile", "mosaic": "mosaic", "psychedelic": "psychedelic",
}  # fmt: skip

STYLES = {
    "vintage": "vintage", "retro": "retro", "antique": "antique", "victorian": "victorian",
    "edwardian": "edwardian", "georgian": "georgian", "art deco": "art deco", "rustic": "rustic",
    "modern": "modern", "french": "french", "english": "english", "danish": "danish", "chinese": "chinese",
    "moroccan": "moroccan", "parisienne": "french", "rococo": "rococo", "traditional": "traditional",
    "romantic": "romantic", "kitsch": "kitsch", "tuscan": "tuscan", "russian": "russian",
    "shabby chic": "shabby chic", "1950": "fifties", "50's": "fifties", "70's": "seventies",
}  # fmt: skip

OCCASIONS = {
    "christmas": "Christmas", "advent": "Christmas", "santa": "Christmas", "easter": "Easter",
    "halloween": "Halloween", "valentine": "Valentine's Day", "birthday": "birthday", "wedding": "wedding",
    "hen party": "hen party", "mother's day": "Mother's Day",
}  # fmt: skip

SIZES = {"mini": "mini", "small": "small", "medium": "medium", "large": "large", "jumbo": "jumbo", "giant": "giant"}


def _words(alternatives):
    patterns = (re.escape(words.strip()).replace(r"\ ", r"[ -]").replace(r"\-", "[ -]?") for words in alternatives)
    return re.compile(r"(?<![\w'-])(?:%s)(?:s|es)?(?![\w-])" % "|".join(patterns), re.IGNORECASE)


_RULES = [(path.split(" > "), _words(words.split(","))) for path, words in CATEGORIES]
_ATTRIBUTES = {
    name: [(_words([word]), value) for word, value in table.items()]
    for name, table in [
        ("colour", COLOURS),
        ("material", MATERIALS),
        ("pattern", PATTERNS),
        ("style", STYLES),
        ("occasion", OCCASIONS),
        ("size", SIZES),
    ]
}
_PIECES = re.compile(
    r"\b(?:Set|Pack|Box|Bundle|String|Book) of (\d+)\b|^(\d+) (?!x\b|Tier|Hook|Drawer|Tone|Light|Strand)[A-Z]"
    r"|\b(\d+) (?:Pieces?|Pcs)\b",
)


def category_of(title):
    """The path of the first rule that knows a word of the title."""
    return next((path for path, words in _RULES if words.search(title)), OTHER)


def attributes_of(title):
    """What the title says about colour, material, pattern, style, occasion, size and number of pieces."""
    attributes = {}
    for name, table in _ATTRIBUTES.items():
        values = list(dict.fromkeys(value for words, value in table if words.search(title)))
        if values:
            attributes[name] = values
    pieces = _PIECES.search(title)
    if pieces:
        attributes["pieces"] = int(next(filter(None, pieces.groups())))
    return attributes
