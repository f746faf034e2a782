"""Choices that are the same on every machine."""

MASK = (1 << 64) - 1


class Choice:
    """A splitmix64 sequence; each page has its own, so that a page does not depend on its neighbours."""

    def __init__(self, seed, label="", index=0):
        state = seed & MASK
        for byte in f"{label}/{index}".encode():
            state = ((state ^ byte) * 0x100000001B3 + 0x9E3779B97F4A7C15) & MASK
        self.state = state

    def below(self, limit):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return ((z ^ (z >> 31)) * limit) >> 64

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def chance(self, percent):
        return self.below(100) < percent

    def pick(self, items):
        return items[self.below(len(items))]

    def sample(self, items, count):
        pool = list(items)
        count = min(count, len(pool))
        for place in range(count):
            other = place + self.below(len(pool) - place)
            pool[place], pool[other] = pool[other], pool[place]
        return pool[:count]

    def weighted(self, pairs):
        left = self.below(sum(weight for _, weight in pairs))
        for item, weight in pairs:
            left -= weight
            if left < 0:
                return item
