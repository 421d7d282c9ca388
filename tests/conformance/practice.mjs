// The practice servers as a child process, for the judges. See practice_server.cpp for its commands.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export class Practice {
    static async start() {
        const practice = new Practice();
        Object.assign(practice, JSON.parse(await practice.#line()));
        return practice;
    }

    constructor() {
        this.child = spawn(process.env.PRACTICE_SERVER, { stdio: ['pipe', 'pipe', 'inherit'] });
        this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
    }

    async #line() {
        const { value, done } = await this.lines.next();
        if (done)
            throw new Error('the practice server ended');
        return value;
    }

    // One command at a time: its answer is the next line.
    async do(command, fields = {}) {
        this.child.stdin.write(`${JSON.stringify({ do: command, ...fields })}\n`);
        const answer = JSON.parse(await this.#line());
        if (answer.error)
            throw new Error(answer.error);
        return answer;
    }

    say(text) { return this.do('say', { text }); }
    stop() { this.child.stdin.end(); }
}

export const within = (promise, what, ms = 20000) => {
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`${what} did not happen within ${ms} ms`)), ms);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};
