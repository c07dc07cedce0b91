"""Turns the shop's stock descriptions, capitals of at most 35 characters, into titles to read."""

import collections
import functools
import re

# The till cuts descriptions at this length, often inside the last word.
CUT = 35

# Descriptions that staff typed over the name of an article: notes about stock, not names.
NOTES = re.compile(
    r"\?|^unknown$|damage|dagamed|destroyed|unsaleable|thrown|throw away|missing|\blost\b|found|"
    r"\bcheck$|adjust|wrong|mixed? up|mix up|barcode|dotcom(?!giftshop)|amazon|\bebay\b|sold as|sold in|sold sets|"
    r"smashed|crushed|cracked$|broken|breakages|faulty|rusty|\bwet\b|mould?y\b|printing smudges|given away|"
    r"put aside|samples?$|showroom|mailout|sale error|counted|returned|credit|^display|^test$|temp |"
    r"stock|high resolution|john lewis|lighthouse trading|online retail|website|cargo order|oops|"
    r"marked as|came coded|^made$|alan hodge|historic|rcvd|can't find|label|only ever imported",
    re.IGNORECASE,
)

# Lines of an invoice that are no article of the shop.
CHARGES = re.compile(
    r"^(POSTAGE|CARRIAGE|DISCOUNT|MANUAL|SAMPLES|AMAZON ?FEE|BANK CHARGES|NEXT DAY CARRIAGE|"
    r"PACKING CHARGE|CRUK COMMISSION|ADJUST BAD DEBT|DOTCOM POSTAGE|PADS TO MATCH ALL CUSHIONS)$",
    re.IGNORECASE,
)

# What the till's abbreviations and slips stand for, in the order of application.
EXPANSIONS = [
    (r"[*?]", " "),
    (r"\bW/SUCK$", "WITH SUCKER"),
    (r"\bW/KNIF & S$", "WITH KNIFE & SPOON"),
    (r"\bW/ ?(?=[A-Z])", "WITH "),
    (r"(?<=[A-Z]) W (?=[A-Z0-9])", " WITH "),
    (r"\bS/(\d+)\b", r"SET OF \1"),
    (r"\bSET ?/ ?(\d+)\b", r"SET OF \1"),
    (r"\bBOX/(\d+)\b", r"BOX OF \1"),
    (r"\b(?:PACK|PK)/(\d+)\b", r"PACK OF \1"),
    (r"\bSET ?(\d+)(?= (?!PIECE)[A-Z])", r"SET OF \1"),
    (r"\bSET OF(?=\d)", "SET OF "),
    (r"\b(?:ASSTD|ASST|ASS)\b\.?", "ASSORTED"),
    (r"\bC/COVER\b", "CUSHION COVER"),
    (r"\bM/COLOUR\b", "MULTICOLOUR"),
    (r"\bLT\.? ?(?=[A-Z])", "LIGHT "),
    (r"\bM\.O\.P\b", "MOTHER-OF-PEARL"),
    (r"\bD\.O\.F\. ", "OLD-FASHIONED "),
    (r"\bCOL\b", "COLOUR"),
    (r"\bBLK\b", "BLACK"),
    (r"\bB'FLY\b", "BUTTERFLY"),
    (r"\bB'DRAW\b", "DRAWER"),
    (r"\bP'WEIGHT\b", "PAPERWEIGHT"),
    (r"\bART DEC\b", "ART DECO"),
    (r"\bDEC\b", "DECORATION"),
    (r"\b(?:HLDR|T-LIGHT HOLD)\b", lambda found: "T-LIGHT HOLDER" if " " in found[0] else "HOLDER"),
    (r"\bGARLD\b", "GARLAND"),
    (r"\bNECKL\.? ?(\d+)\"", r'NECKLACE \1" '),
    (r"\bNECKL\b", "NECKLACE"),
    (r"\bTURQ\b", "TURQUOISE"),
    (r"\bNAT SHELL\b", "NATURAL SHELL"),
    (r"\bANT (?=WHITE|COPPER|SILVER)", "ANTIQUE "),
    (r"\bVINT\b", "VINTAGE"),
    (r"\bXMAS\b", "CHRISTMAS"),
    (r"\bCHOC\b", "CHOCOLATE"),
    (r"\bMED$", "MEDIUM"),
    (r"\bRND\b", "ROUND"),
    (r"\bRECT\b", "RECTANGULAR"),
    (r"\bDES\b(?! ENFANTS)", "DESIGN"),
    (r"\b(\d+) PCS?\b", r"\1 PIECES"),
    (r"\bBLACKBLUE\b", "BLACK/BLUE"),
    (r"\bPINKWHITE\b", "PINK/WHITE"),
    (r"\bBLACKCHRISTMAS\b", "BLACK CHRISTMAS"),
    (r"\bSQUARECUSHION\b", "SQUARE CUSHION"),
    (r"\bSWIRLGLASS\b", "SWIRL GLASS"),
    (r"\bSTOPMETAL\b", "STOP METAL"),
    (r"\bDRAWERKNOB\b", "DRAWER KNOB"),
    (r"\bPHOTOFRAME\b", "PHOTO FRAME"),
    (r"\b20LIGHT\b", "20 LIGHTS"),
    (r"\bDOORSIGN\b", "DOOR SIGN"),
    (r"\bHELICOPTER, ?", "HELICOPTER "),
    (r"\bPHOTO A$", "PHOTO ALBUM"),
    (r"\bBRACELET TO$", "BRACELET TOPAZ"),
    (r"\bBRACELET OL$", "BRACELET OLIVE"),
    (r"\bWITH STR$", "WITH STRAP"),
    (r"\bWITH BEA$", "WITH BEADS"),
    (r"\bINCENSE/CANDL?\b(?! ?E)", "INCENSE/CANDLE"),
    (r"\bBLACK DIA$", "BLACK DIAMOND"),
    (r"\bVIPPASSPORT\b", "VIP PASSPORT"),
    (r"\bCHOCOLATECANDLE\b", "CHOCOLATE CANDLE"),
    (r"\bBRACLET\b", "BRACELET"),
    (r"\bROCCOCO\b", "ROCOCO"),
    (r"\bMETALIC\b", "METALLIC"),
    (r"\bHYDRANGA\b", "HYDRANGEA"),
    (r"\bCRAWLIE\b", "CRAWLY"),
    (r"\bFUSCHIA\b", "FUCHSIA"),
    (r"\bTASSLE\b", "TASSEL"),
    (r"\bSIL'T SQU\b", "SILHOUETTE SQUARE"),
    (r"\bWHT\b", "WHITE"),
    (r"\bFLOWR\b", "FLOWER"),
    (r"\bCEATURE\b", "CREATURE"),
    (r"\bLAQUERED\b", "LACQUERED"),
    (r"\bFRAPPUCINO\b", "FRAPPUCCINO"),
    (r"\bSTRAWBERY\b", "STRAWBERRY"),
    (r"\bTRADTIONAL\b", "TRADITIONAL"),
    (r"\bARTIIFCIAL\b", "ARTIFICIAL"),
    (r"\bCINAMMON\b", "CINNAMON"),
    (r"\bPANNETONE\b", "PANETTONE"),
    (r"\bBUDAH\b", "BUDDHA"),
    (r"\bSANDLEWOOD\b", "SANDALWOOD"),
    (r"\bSKIPPPING\b", "SKIPPING"),
    (r"\bLAZER\b", "LASER"),
    (r"\bSTRIPEY\b", "STRIPY"),
    (r"\bCHILDS\b", "CHILD'S"),
    (r"\bCHILDRENS\b", "CHILDREN'S"),
    (r"\bDOILEY\b", "DOILY"),
    (r"\bFOLK ?ART\b", "FOLK ART"),
    (r"\bTEALIGHT", "T-LIGHT"),
    (r"\bPOLKA ?DOTS?\b", "POLKA DOT"),
    (r" (?:169|17[0-2])\d\d$", ""),  # the card maker's own numbers
    (r"\bDOTCOMGIFTSHOP GIFT VOUCHER £(\d+)\.00", r"GIFT VOUCHER £\1"),
    (r" ?\+ ?", " & "),
    (r"\s*,\s*", ", "),
    (r"\s*\(", " ("),
    (r"(?<=[A-Z])\. (?=[A-Z])", " "),
    (r'"\s*([^"]+?)\s*"', r' "\1" '),
    (r"^[\s,.:;-]+|[\s,.:;-]+$", ""),
    (r"\s+", " "),
]
EXPANSIONS = [(re.compile(pattern), replacement) for pattern, replacement in EXPANSIONS]

SMALL_WORDS = set("a an and at by de des du en for from in is la las le les n of on or sur the to with".split())
FIXED = {
    word.upper(): word
    for word in "3D 2D A4 A5 A6 A7 ABC LED USB TV UK USA II III DIY IPOD VIP CD DVD FM I BBQ EU XL LP".split()
} | {"IPOD": "iPod", "ST": "St", "N": "n"}


@functools.cache
def is_note(description):
    """Whether a member of staff wrote this in place of the name of an article."""
    return bool(NOTES.search(description))


def is_charge(description):
    """Whether this names postage, a fee or another line that is no article."""
    return bool(CHARGES.match(description))


class Titles:
    """Makes titles; knows all descriptions of the shop to complete the words that were cut."""

    def __init__(self, descriptions):
        words = collections.Counter(
            word for text in descriptions for word in re.findall(r"[A-Z]{4,}", self._expanded(text))
        )
        self._counts = words

    def title_of(self, description):
        """The title for a description: abbreviations written out, in title case."""
        text = self._expanded(description)
        if len(description) >= CUT:
            text = self._completed(text)
        return self._cased(text)

    @staticmethod
    def _expanded(description):
        text = description.upper()
        for pattern, replacement in EXPANSIONS:
            text = pattern.sub(replacement, text)
        return text

    def _completed(self, text):
        last = re.search(r"[A-Z]{4,}$", text)
        if not last:
            return text
        # A word that was cut is rare beside the whole word.
        least = max(4, 5 * self._counts[last[0]])
        whole = [
            word for word, count in self._counts.items() if word.startswith(last[0]) and word != last[0] + "S" and count >= least
        ]
        return text[: last.start()] + max(whole, key=self._counts.get) if whole else text

    @staticmethod
    def _cased(text):
        def case(found):
            word, first = found[0], found.start() == 0
            if word in FIXED:
                return FIXED[word]
            if word[0].isdigit() and word.endswith("'S"):
                return word.lower()
            if re.fullmatch(r"\d+(?:\.\d+)?(?:CM|MM|ML|G|KG)", word):
                return word.lower()
            if word.lower() in SMALL_WORDS and not first:
                return word.lower()
            return word[0] + word[1:].lower()

        text = re.sub(r"(\d+)[X](\d+)", r"\1 x \2", text)
        text = re.sub(r"(\d+)CM ?X ?(\d+)CM", r"\1 x \2CM", text)
        text = re.sub(r"\d+'S|\d+(?:\.\d+)?[A-Z]+|[A-Z](?:'?[A-Z0-9])*", case, text)
        return re.sub(r'"([a-z])"', lambda found: found[0].upper(), text).replace(" X ", " x ")
