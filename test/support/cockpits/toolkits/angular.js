import '@angular/compiler';
import { Component, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import {
  DateAdapter,
  MAT_DATE_LOCALE,
  NativeDateAdapter,
  provideNativeDateAdapter,
} from '@angular/material/core';
import { MatDatepickerModule } from '@angular/material/datepicker';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { MatSlideToggleModule } from '@angular/material/slide-toggle';
import { startCockpit } from '../pages/cockpit.ts';
import { PERMISSION_WORDS } from '../pages/words.ts';

const two = (part) => String(part).padStart(2, '0');
const iso = (date) =>
  date ? `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}` : '';

/** As most projects have it: the toolkit's own adapter reads month before day in every language. */
class LocalAdapter extends NativeDateAdapter {
  parse(value) {
    const parts = String(value).split(/[./]/).map(Number);
    if (parts.length !== 3) return value === '' ? null : this.invalid();
    const [first, second, year] = parts;
    const [day, month] = this.locale === 'en' ? [second, first] : [first, second];
    const date = new Date(year, month - 1, day);
    return date.getDate() === day && date.getMonth() === month - 1 ? date : this.invalid();
  }
}

const TEMPLATE = `
  @if (token() === '') {
    <form [formGroup]="form">
      <mat-form-field><mat-label>{{ words.name }}</mat-label>
        <input matInput formControlName="name" required></mat-form-field>
      <mat-form-field><mat-label>{{ words.description }}</mat-label>
        <textarea matInput formControlName="description"></textarea></mat-form-field>
      <mat-form-field><mat-label>{{ words.expires }}</mat-label>
        <input matInput [matDatepicker]="picker" formControlName="expires">
        <mat-datepicker-toggle matIconSuffix [for]="picker"></mat-datepicker-toggle>
        <mat-datepicker #picker></mat-datepicker></mat-form-field>
      <mat-form-field><mat-label>{{ words.tenant }}</mat-label>
        <mat-select formControlName="tenant">
          @for (each of all; track each) { <mat-option [value]="each">{{ each }}</mat-option> }
        </mat-select></mat-form-field>
      @if (list) {
        <mat-form-field><mat-label>{{ words.permissions }}</mat-label>
          <mat-select multiple formControlName="list">
            @for (word of permissions; track word) { <mat-option [value]="word">{{ words[word] }}</mat-option> }
          </mat-select></mat-form-field>
      } @else {
      <fieldset><legend>{{ words.permissions }}</legend>
        @for (word of permissions; track word) {
          @if (switches) { <mat-slide-toggle [formControlName]="word">{{ words[word] }}</mat-slide-toggle> }
          @else { <mat-checkbox [formControlName]="word">{{ words[word] }}</mat-checkbox> }
        }
      </fieldset>
      }
      <button mat-flat-button type="button" [disabled]="form.invalid" (click)="send()">{{ words.next }}</button>
      <button mat-button type="button" (click)="finish('cancel')">{{ words.cancel }}</button>
    </form>
  } @else {
    <mat-form-field><mat-label>{{ words.token }}</mat-label>
      <input matInput readonly [value]="token()"></mat-form-field>
    <button mat-flat-button type="button" (click)="finish('save')">{{ words.save }}</button>
    <button mat-button type="button" (click)="finish('cancel')">{{ words.cancel }}</button>
  }`;

const STYLE = `
  .cdk-overlay-container { position: fixed; inset: 0; z-index: 1000; pointer-events: none; }
  .cdk-overlay-backdrop { position: absolute; inset: 0; pointer-events: auto; }
  .cdk-global-overlay-wrapper, .cdk-overlay-connected-position-bounding-box { position: absolute; display: flex; z-index: 1000; pointer-events: none; }
  .cdk-overlay-popover { background: none; border: none; padding: 0; color: inherit; position: fixed; inset: 0; width: auto; height: auto; overflow: visible; pointer-events: none; }
  .cdk-overlay-pane { position: absolute; pointer-events: auto; background: white; display: flex; max-width: 100%; max-height: 100%; }
  .cdk-visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0); }`;

startCockpit(({ root, words, lang, tenants, shape, chosen, next, finish }) => {
  const style = document.createElement('style');
  style.textContent = STYLE;
  document.head.append(style);

  class TokenForm {
    words = words;
    permissions = PERMISSION_WORDS;
    all = [words.all, ...tenants];
    switches = shape === 'switches';
    list = shape === 'list';
    token = signal('');
    finish = finish;
    form = new FormGroup({
      name: new FormControl(''),
      description: new FormControl(''),
      expires: new FormControl(null, { updateOn: shape === 'blur' ? 'blur' : 'change' }),
      tenant: new FormControl(''),
      list: new FormControl(chosen),
      ...Object.fromEntries(PERMISSION_WORDS.map((word) => [word, new FormControl(false)])),
    });
    async send() {
      const { name, description, expires, tenant, list, ...boxes } = this.form.value;
      const permissions = PERMISSION_WORDS.filter((word) => boxes[word] || list.includes(word));
      this.token.set(await next({ name, description, expires: iso(expires), tenant, permissions }));
    }
  }
  const Drawn = Component({
    selector: 'token-form',
    template: TEMPLATE,
    imports: [
      ReactiveFormsModule,
      MatButtonModule,
      MatCheckboxModule,
      MatDatepickerModule,
      MatFormFieldModule,
      MatInputModule,
      MatSelectModule,
      MatSlideToggleModule,
    ],
  })(TokenForm);
  root.append(document.createElement('token-form'));
  const adapter = shape === 'native' ? [] : [{ provide: DateAdapter, useClass: LocalAdapter }];
  const started = bootstrapApplication(Drawn ?? TokenForm, {
    providers: [
      provideZonelessChangeDetection(),
      provideNativeDateAdapter(),
      ...adapter,
      { provide: MAT_DATE_LOCALE, useValue: lang },
    ],
  });
  return () => void started.then((app) => app.destroy());
});
